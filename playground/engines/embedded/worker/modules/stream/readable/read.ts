import { outOfRange } from '../../errors/argument-errors.ts';
import { errorOrDestroy } from '../core/destroy.ts';
import { has, lower, only, raise, R } from '../core/flags.ts';
import { nextTick } from '../core/ticks.ts';
import type { Duplex, Readable } from '../core/types.ts';
import { flow } from './flow.ts';
import { forgetDrains } from './push.ts';
import type { Piece, ReadableState } from './readable-state.ts';
import { takeFromBuffer } from './take.ts';

/** Reading from a readable side, and asking its source for more. */

const mostHighWaterMark = 2 ** 30;

/** The next power of two, so that a mark that grows does not grow often. */
function raisedMark(size: number): number {
  if (size > mostHighWaterMark) throw outOfRange('size', '<= 1GiB', size);
  return 2 ** Math.ceil(Math.log2(size));
}

function howMuch(asked: number, state: ReadableState): number {
  if (asked <= 0 || (state.length === 0 && has(state, R.ended))) return 0;
  if (has(state, R.objectMode)) return 1;
  if (Number.isNaN(asked)) {
    // A flowing stream gives chunk by chunk.
    const flowing = has(state, R.flowing) && state.length > 0;
    return flowing ? (state.buffer[state.bufferIndex] as Piece).length : state.length;
  }
  if (asked <= state.length) return asked;
  return has(state, R.ended) ? state.length : 0;
}

/**
 * @param size how much; without it, everything
 * @returns null where that much is not there
 */
export function read(this: Readable, size?: number): unknown {
  const asked = size === undefined ? NaN : Number.isInteger(size) ? size : parseInt(`${size}`, 10);
  const state = this._readableState;
  if (asked > state.highWaterMark) state.highWaterMark = raisedMark(asked);
  if (asked !== 0) lower(state, R.emittedReadable);
  if (asked === 0 && isFull(state)) {
    if (state.length === 0 && has(state, R.ended)) endReadable(this);
    else emitReadable(this);
    return null;
  }
  let count = howMuch(asked, state);
  if (count === 0 && has(state, R.ended)) {
    if (state.length === 0) endReadable(this);
    return null;
  }
  if (askSource(this, state, count)) count = howMuch(asked, state);
  return give(this, state, count, asked);
}

/** Whether `read(0)` only has to tell of what is there. */
function isFull(state: ReadableState): boolean {
  if (!has(state, R.needReadable)) return false;
  const enough = state.highWaterMark === 0 ? 1 : state.highWaterMark;
  return state.length >= enough || has(state, R.ended);
}

/** @returns whether the source answered at once */
function askSource(stream: Readable, state: ReadableState, count: number): boolean {
  const wanted =
    has(state, R.needReadable) || state.length === 0 || state.length - count < state.highWaterMark;
  const busy = R.reading | R.ended | R.destroyed | R.errored | R.constructed;
  if (!wanted || !only(state, busy, R.constructed)) return false;
  raise(state, R.reading | R.sync);
  if (state.length === 0) raise(state, R.needReadable);
  try {
    stream._read(state.highWaterMark);
  } catch (error) {
    errorOrDestroy(stream, error);
  }
  lower(state, R.sync);
  return !has(state, R.reading);
}

function give(stream: Readable, state: ReadableState, wanted: number, asked: number): unknown {
  const chunk = wanted > 0 ? takeFromBuffer(wanted, state) : null;
  const count = chunk === null ? 0 : wanted;
  if (chunk === null) {
    if (state.length <= state.highWaterMark) raise(state, R.needReadable);
  } else {
    state.length -= count;
    forgetDrains(state);
  }
  if (state.length === 0) {
    if (!has(state, R.ended)) raise(state, R.needReadable);
    if (asked !== count && has(state, R.ended)) endReadable(stream);
  }
  if (chunk !== null && !has(state, R.errorEmitted | R.closeEmitted)) {
    raise(state, R.dataEmitted);
    stream.emit('data', chunk);
  }
  return chunk;
}

/** The source has no more. */
export function endOfChunks(stream: Readable, state: ReadableState): void {
  if (has(state, R.ended)) return;
  const rest = state.decoder?.end();
  if (rest) {
    state.buffer.push(rest);
    state.length += has(state, R.objectMode) ? 1 : rest.length;
  }
  raise(state, R.ended);
  if (has(state, R.sync)) emitReadable(stream);
  else {
    lower(state, R.needReadable);
    raise(state, R.emittedReadable);
    tellReadable(stream);
  }
}

export function emitReadable(stream: Readable): void {
  const state = stream._readableState;
  lower(state, R.needReadable);
  if (has(state, R.emittedReadable)) return;
  raise(state, R.emittedReadable);
  nextTick(tellReadable, stream);
}

function tellReadable(stream: Readable): void {
  const state = stream._readableState;
  if (!has(state, R.destroyed | R.errored) && (state.length > 0 || has(state, R.ended))) {
    stream.emit('readable');
    lower(state, R.emittedReadable);
  }
  if (!has(state, R.flowing | R.ended) && state.length <= state.highWaterMark)
    raise(state, R.needReadable);
  flow(stream);
}

/** Fills the buffer up to its mark, in ticks to come. */
export function maybeReadMore(stream: Readable, state: ReadableState): void {
  if (!only(state, R.readingMore | R.reading | R.constructed, R.constructed)) return;
  raise(state, R.readingMore);
  nextTick(readMore, stream, state);
}

function readMore(stream: Readable, state: ReadableState): void {
  const hungry = (): boolean =>
    !has(state, R.reading | R.ended) &&
    (state.length < state.highWaterMark || (has(state, R.flowing) && state.length === 0));
  while (hungry()) {
    const before = state.length;
    stream.read(0);
    if (before === state.length) break;
  }
  lower(state, R.readingMore);
}

/** Everything has been read. */
function endReadable(stream: Readable): void {
  const state = stream._readableState;
  if (has(state, R.endEmitted | R.endScheduled)) return;
  raise(state, R.ended | R.endScheduled);
  nextTick(emitEnd, stream, state);
}

function emitEnd(stream: Readable, state: ReadableState): void {
  lower(state, R.endScheduled);
  // Something may have been put back meanwhile.
  if (has(state, R.errored | R.closeEmitted | R.endEmitted) || state.length > 0) return;
  raise(state, R.endEmitted);
  stream.emit('end');
  const duplex = stream as Duplex;
  if (duplex.writable && duplex.allowHalfOpen === false) nextTick(endWritable, duplex);
  else if (state.autoDestroy && isWritableSideDone(stream)) stream.destroy();
}

function isWritableSideDone({ _writableState: state }: Readable): boolean {
  return !state || (state.autoDestroy && (state.finished || state.writable === false));
}

function endWritable(stream: Duplex): void {
  if (stream.writable && !stream.writableEnded && !stream.destroyed) stream.end();
}

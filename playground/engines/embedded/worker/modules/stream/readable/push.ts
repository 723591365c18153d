import { Buffer } from '../../buffer/buffer.ts';
import { invalidArgType } from '../../errors/argument-errors.ts';
import { errorOrDestroy } from '../core/destroy.ts';
import { has, lower, only, raise, R } from '../core/flags.ts';
import { streamErrors } from '../core/stream-errors.ts';
import type { Readable } from '../core/types.ts';
import { toBuffer } from '../core/to-buffer.ts';
import type { Piece, ReadableState } from './readable-state.ts';
import { emitReadable, endOfChunks, maybeReadMore } from './read.ts';

/** Putting chunks into a readable side: `push` and `unshift`. */

/** @returns whether it wants more */
export function push(this: Readable, chunk: unknown, encoding?: string): boolean {
  const state = this._readableState;
  if (chunk === null) return endChunks(this, state);
  if (has(state, R.objectMode)) return pushValue(this, state, chunk, !encoding);
  const bytes = toPiece(chunk, encoding || state.defaultEncoding, state, false);
  if (bytes === undefined && chunk !== undefined) return refuse(this, chunk);
  if (!bytes || bytes.length === 0) {
    lower(state, R.reading);
    maybeReadMore(this, state);
    return wantsMore(state);
  }
  return pushValue(this, state, bytes, typeof bytes !== 'string');
}

/** Puts a chunk back, before all others. @returns whether it wants more */
export function unshift(this: Readable, chunk: unknown, encoding?: string): boolean {
  const state = this._readableState;
  if (chunk === null) return endChunks(this, state);
  if (has(state, R.objectMode)) return unshiftValue(this, state, chunk);
  const bytes = toPiece(chunk, encoding || state.defaultEncoding, state, true);
  if (bytes === undefined && chunk !== undefined) return refuse(this, chunk);
  return bytes && bytes.length > 0 ? unshiftValue(this, state, bytes) : wantsMore(state);
}

function endChunks(stream: Readable, state: ReadableState): false {
  lower(state, R.reading);
  endOfChunks(stream, state);
  return false;
}

function refuse(stream: Readable, chunk: unknown): false {
  const types = ['string', 'Buffer', 'TypedArray', 'DataView'];
  errorOrDestroy(stream, invalidArgType('chunk', types, chunk));
  return false;
}

/**
 * Text in the stream's own encoding stays text.
 * @param back whether it comes back: then bytes that were text are text again
 * @returns undefined where the chunk is neither text nor bytes
 */
function toPiece(
  chunk: unknown,
  encoding: string,
  state: ReadableState,
  back: boolean,
): Piece | undefined {
  if (typeof chunk !== 'string') return toBuffer(chunk);
  if (state.encoding === encoding) return chunk;
  const bytes = Buffer.from(chunk, encoding as BufferEncoding) as unknown as Buffer;
  return back && state.encoding ? bytes.toString(state.encoding as BufferEncoding) : bytes;
}

/** @param decode whether a stream with an encoding makes it text */
function pushValue(
  stream: Readable,
  state: ReadableState,
  chunk: unknown,
  decode: boolean,
): boolean {
  if (has(state, R.ended)) {
    errorOrDestroy(stream, streamErrors.pushAfterEnd());
    return false;
  }
  if (has(state, R.destroyed | R.errored)) return false;
  lower(state, R.reading);
  const value = decode && state.decoder ? state.decoder.write(chunk as Buffer) : chunk;
  const nothing = value === '' && chunk !== '' && !has(state, R.objectMode);
  if (nothing) maybeReadMore(stream, state);
  else addChunk(stream, state, value, false);
  return wantsMore(state);
}

function unshiftValue(stream: Readable, state: ReadableState, chunk: unknown): boolean {
  if (has(state, R.endEmitted)) errorOrDestroy(stream, streamErrors.unshiftAfterEnd());
  else if (has(state, R.destroyed | R.errored)) return false;
  else addChunk(stream, state, chunk, true);
  return wantsMore(state);
}

function wantsMore(state: ReadableState): boolean {
  return !has(state, R.ended) && (state.length < state.highWaterMark || state.length === 0);
}

/** A flowing stream that somebody listens to holds nothing back. */
function addChunk(stream: Readable, state: ReadableState, chunk: unknown, front: boolean): void {
  const flows = R.flowing | R.dataListening;
  if (only(state, flows | R.sync, flows) && state.length === 0) {
    forgetDrains(state);
    raise(state, R.dataEmitted);
    stream.emit('data', chunk);
  } else {
    state.length += has(state, R.objectMode) ? 1 : (chunk as Piece).length;
    if (!front) state.buffer.push(chunk);
    else if (state.bufferIndex > 0) state.buffer[--state.bufferIndex] = chunk;
    else state.buffer.unshift(chunk);
    if (has(state, R.needReadable)) emitReadable(stream);
  }
  maybeReadMore(stream, state);
}

/** It waits for nobody's `drain` any more. */
export function forgetDrains(state: ReadableState): void {
  if (state.awaitDrainWriters instanceof Set) state.awaitDrainWriters.clear();
  else state.awaitDrainWriters = null;
}

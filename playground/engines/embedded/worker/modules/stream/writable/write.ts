import { Buffer } from '../../buffer/buffer.ts';
import { invalidArgType } from '../../errors/argument-errors.ts';
import { errorOrDestroy } from '../core/destroy.ts';
import { has, lower, only, raise, W } from '../core/flags.ts';
import { streamErrors } from '../core/stream-errors.ts';
import { nextTick, nop } from '../core/ticks.ts';
import { toBuffer } from '../core/to-buffer.ts';
import type { Done, Writable, WriteRequest } from '../core/types.ts';
import { writeBuffered, writeNow } from './buffered.ts';
import { kBuffered, type WritableState } from './writable-state.ts';

/** Writing to a writable side. */

export const writeMethods = {
  /** @returns whether the writer may go on */
  write(this: Writable, chunk: unknown, encoding?: unknown, callback?: unknown): boolean {
    const [code, done] = typeof encoding === 'function' ? [null, encoding] : [encoding, callback];
    return writeChunk(this, chunk, code as string, done) === true;
  },
  /** Holds back what is written from now on. */
  cork(this: Writable): void {
    const state = this._writableState;
    raise(state, W.corked);
    state.corked += 1;
  },
  uncork(this: Writable): void {
    const state = this._writableState;
    if (!state.corked) return;
    state.corked -= 1;
    if (!state.corked) lower(state, W.corked);
    if (!has(state, W.writing)) writeBuffered(this, state);
  },
  setDefaultEncoding(this: Writable, encoding: unknown): Writable {
    const name = typeof encoding === 'string' ? encoding.toLowerCase() : encoding;
    if (!Buffer.isEncoding(name as string)) throw streamErrors.unknownEncoding(String(name));
    this._writableState.defaultEncoding = name as string;
    return this;
  },
};

/**
 * @returns whether the writer may go on, or why the chunk is refused
 * @throws where the chunk is none
 */
export function writeChunk(
  stream: Writable,
  chunk: unknown,
  encoding: string | null | undefined,
  callback?: unknown,
): boolean | Error {
  const state = stream._writableState;
  const done = typeof callback === 'function' ? (callback as Done) : nop;
  if (chunk === null) throw streamErrors.nullValues();
  const request = has(state, W.objectMode)
    ? { chunk, encoding: encoding as string, callback: done }
    : byteRequest(state, chunk, encoding || state.defaultEncoding, done);
  const refused = has(state, W.ending)
    ? streamErrors.writeAfterEnd()
    : has(state, W.destroyed) && streamErrors.destroyed('write');
  if (refused) {
    nextTick(done, refused);
    errorOrDestroy(stream, refused, true);
    return refused;
  }
  state.pendingcb += 1;
  return writeOrKeep(stream, state, request);
}

/** @throws {TypeError} for what is neither text nor bytes, or an encoding that nobody knows */
function byteRequest(
  state: WritableState,
  chunk: unknown,
  encoding: string,
  callback: Done,
): WriteRequest {
  const isBytes = encoding === 'buffer';
  if (!isBytes && !Buffer.isEncoding(encoding)) throw streamErrors.unknownEncoding(encoding);
  if (typeof chunk === 'string') {
    if (isBytes) throw streamErrors.unknownEncoding(encoding);
    if (!has(state, W.decodeStrings)) return { chunk, encoding, callback };
    const bytes = Buffer.from(chunk, encoding as BufferEncoding);
    return { chunk: bytes, encoding: 'buffer', callback };
  }
  const bytes = toBuffer(chunk);
  if (!bytes) throw invalidArgType('chunk', ['string', 'Buffer', 'TypedArray', 'DataView'], chunk);
  return { chunk: bytes, encoding: 'buffer', callback };
}

export function lengthOf(state: WritableState, { chunk }: WriteRequest): number {
  return has(state, W.objectMode) ? 1 : (chunk as { readonly length: number }).length;
}

function writeOrKeep(stream: Writable, state: WritableState, request: WriteRequest): boolean {
  const length = lengthOf(state, request);
  state.length += length;
  if (only(state, W.writing | W.errored | W.corked | W.constructed, W.constructed))
    writeNow(stream, state, length, request);
  else keep(state, request);
  const goOn = state.length < state.highWaterMark || state.length === 0;
  if (!goOn) raise(state, W.needDrain);
  return goOn && !has(state, W.destroyed | W.errored);
}

function keep(state: WritableState, request: WriteRequest): void {
  if (!has(state, W.buffered)) state.buffered = [];
  state[kBuffered]?.push(request);
  if (request.encoding !== 'buffer') lower(state, W.allBuffers);
  if (request.callback !== nop) lower(state, W.allNoop);
}

import { has, lower, only, raise, W } from '../core/flags.ts';
import { streamErrors } from '../core/stream-errors.ts';
import { nop } from '../core/ticks.ts';
import type { Done, Writable, WriteRequest } from '../core/types.ts';
import { callFinished, resetBuffer, type WritableState } from './writable-state.ts';

/** What waits in a writable side: written when it can be, or given up. */

/** Beyond this many places that are written the buffer is cut. */
const mostWritten = 256;

function begin(state: WritableState, length: number, callback: Done): void {
  state.writelen = length;
  if (callback !== nop) state.writecb = callback;
  raise(state, W.writing | W.sync | W.expectWriteCb);
}

/** Hands one chunk to the stream's own `_write`. */
export function writeNow(
  stream: Writable,
  state: WritableState,
  length: number,
  { chunk, encoding, callback }: WriteRequest,
): void {
  begin(state, length, callback);
  if (has(state, W.destroyed)) state.onwrite(streamErrors.destroyed('write'));
  else stream._write(chunk, encoding, state.onwrite);
  lower(state, W.sync);
}

/** Writes what waits: all of it at once where the stream can do that, else until one is late. */
export function writeBuffered(stream: Writable, state: WritableState): void {
  const stops = W.destroyed | W.bufferProcessing | W.corked | W.buffered | W.constructed;
  if (!only(state, stops, W.buffered | W.constructed)) return;
  const count = state.bufferedRequestCount;
  if (count === 0) return;
  raise(state, W.bufferProcessing);
  if (count > 1 && stream._writev) writeTogether(stream, state);
  else writeOneByOne(stream, state);
  lower(state, W.bufferProcessing);
}

function writeTogether(stream: Writable, state: WritableState): void {
  const requests = state.getBuffer();
  state.pendingcb -= requests.length - 1;
  const tellAll: Done = (error) => {
    for (const { callback } of requests) callback(error);
  };
  const chunks = Object.assign(requests, { allBuffers: has(state, W.allBuffers) });
  begin(state, state.length, has(state, W.allNoop) ? nop : tellAll);
  if (has(state, W.destroyed)) state.onwrite(streamErrors.destroyed('write'));
  else stream._writev?.(chunks, state.onwrite);
  lower(state, W.sync);
  resetBuffer(state);
}

function writeOneByOne(stream: Writable, state: WritableState): void {
  const requests = state.buffered;
  let at = state.bufferedIndex;
  do {
    const request = requests[at] as WriteRequest;
    requests[at++] = null;
    writeNow(stream, state, lengthIn(state, request), request);
  } while (at < requests.length && !has(state, W.writing));
  if (at === requests.length) resetBuffer(state);
  else if (at > mostWritten) {
    requests.splice(0, at);
    state.bufferedIndex = 0;
  } else state.bufferedIndex = at;
}

function lengthIn(state: WritableState, { chunk }: WriteRequest): number {
  return has(state, W.objectMode) ? 1 : (chunk as { readonly length: number }).length;
}

/** Tells everybody who waits that nothing more will be written. */
export function giveUp(state: WritableState): void {
  if (has(state, W.writing)) return;
  for (const request of state.getBuffer()) {
    state.length -= lengthIn(state, request);
    request.callback(state.errored ?? streamErrors.destroyed('write'));
  }
  callFinished(state, state.errored ?? streamErrors.destroyed('end'));
  resetBuffer(state);
}

import { errorOrDestroy } from '../core/destroy.ts';
import { has, lower, only, raise, W } from '../core/flags.ts';
import { streamErrors, touchStack } from '../core/stream-errors.ts';
import { nextTick, nop } from '../core/ticks.ts';
import type { Done, Writable } from '../core/types.ts';
import { giveUp, writeBuffered } from './buffered.ts';
import { finishMaybe } from './finish.ts';
import type { WritableState } from './writable-state.ts';

/** After a chunk was written: what `_write` calls back. */
export function written(stream: Writable, error?: Error | null): void {
  const state = stream._writableState;
  if (!has(state, W.expectWriteCb)) {
    errorOrDestroy(stream, streamErrors.multipleCallback());
    return;
  }
  const isSync = has(state, W.sync);
  const callback = state.writecb ?? nop;
  state.writecb = null;
  lower(state, W.writing | W.expectWriteCb);
  state.length -= state.writelen;
  state.writelen = 0;
  if (error) {
    noteError(stream, state, error);
    if (isSync) nextTick(failed, stream, state, error, callback);
    else failed(stream, state, error, callback);
    return;
  }
  if (has(state, W.buffered)) writeBuffered(stream, state);
  if (isSync) afterSyncWrite(stream, state, callback);
  else afterWrite(stream, state, 1, callback);
}

function noteError(stream: Writable, state: WritableState, error: Error): void {
  touchStack(error);
  if (!has(state, W.errored)) state.errored = error;
  const readable = stream._readableState;
  if (readable && !readable.errored) readable.errored = error;
}

function failed(stream: Writable, state: WritableState, error: Error, callback: Done): void {
  state.pendingcb -= 1;
  callback(error);
  giveUp(state);
  errorOrDestroy(stream, error);
}

/** Callbacks come in a tick; those of one function come together. */
function afterSyncWrite(stream: Writable, state: WritableState, callback: Done): void {
  // Of objects Node always tells in a tick; programs see it in the order of events.
  const needsTick = has(state, W.objectMode) || (has(state, W.needDrain) && state.length === 0);
  const together = state.afterWriteTickInfo;
  if (callback !== nop && together?.callback === callback) {
    together.count += 1;
  } else if (callback !== nop) {
    const calls = { count: 1, callback };
    state.afterWriteTickInfo = calls;
    raise(state, W.afterWritePending);
    nextTick(() => {
      state.afterWriteTickInfo = null;
      afterWrite(stream, state, calls.count, callback);
    });
  } else if (needsTick && !has(state, W.afterWritePending)) {
    raise(state, W.afterWritePending);
    nextTick(afterWrite, stream, state, 1, callback);
  } else {
    state.pendingcb -= 1;
    if (has(state, W.ending)) finishMaybe(stream, state, true);
  }
}

function afterWrite(stream: Writable, state: WritableState, count: number, callback: Done): void {
  lower(state, W.afterWritePending);
  if (only(state, W.ending | W.needDrain | W.destroyed, W.needDrain) && state.length === 0) {
    lower(state, W.needDrain);
    stream.emit('drain');
  }
  for (let left = count; left > 0; left -= 1) {
    state.pendingcb -= 1;
    callback(null);
  }
  if (has(state, W.destroyed)) giveUp(state);
  if (has(state, W.ending)) finishMaybe(stream, state, true);
}

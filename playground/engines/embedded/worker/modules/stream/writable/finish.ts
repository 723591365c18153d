import { errorOrDestroy } from '../core/destroy.ts';
import { has, lower, only, raise, W } from '../core/flags.ts';
import { streamErrors } from '../core/stream-errors.ts';
import { nextTick } from '../core/ticks.ts';
import type { Done, Writable } from '../core/types.ts';
import { callFinished, onceFinished, type WritableState } from './writable-state.ts';
import { writeChunk } from './write.ts';

/** The end of a writable side: `end`, `_final`, `prefinish`, `finish`. */

/** `end` of every stream. */
export function end(this: Writable, first?: unknown, second?: unknown, third?: unknown): Writable {
  const state = this._writableState;
  const { chunk, encoding, callback } = readArguments(first, second, third);
  const written =
    chunk === null || chunk === undefined ? true : writeChunk(this, chunk, encoding as string);
  if (has(state, W.corked)) {
    state.corked = 1;
    this.uncork();
  }
  const error = written instanceof Error ? written : beginEnd(this, state);
  if (typeof callback === 'function') tellWhenFinished(state, callback as Done, error);
  return this;
}

function readArguments(first: unknown, second: unknown, third: unknown) {
  if (typeof first === 'function') return { chunk: null, encoding: null, callback: first };
  if (typeof second === 'function') return { chunk: first, encoding: null, callback: second };
  return { chunk: first, encoding: second, callback: third };
}

/** @returns why it cannot end */
function beginEnd(stream: Writable, state: WritableState): Error | undefined {
  if (!has(state, W.ending | W.errored)) {
    raise(state, W.ending);
    finishMaybe(stream, state, true);
    raise(state, W.ended);
    return undefined;
  }
  if (has(state, W.finished)) return streamErrors.alreadyFinished('end');
  return has(state, W.destroyed) ? streamErrors.destroyed('end') : undefined;
}

function tellWhenFinished(state: WritableState, callback: Done, error?: Error): void {
  if (error) nextTick(callback, error);
  else if (has(state, W.errored)) nextTick(callback, state.errored);
  else if (has(state, W.finished)) nextTick(callback, null);
  else onceFinished(state, callback);
}

function canFinish(state: WritableState): boolean {
  const stops =
    W.destroyed | W.finished | W.writing | W.errorEmitted | W.closeEmitted | W.errored | W.buffered;
  const needs = W.ending | W.constructed;
  return only(state, stops | needs, needs) && state.length === 0;
}

/** @param late whether `finish` waits for the next tick */
export function finishMaybe(stream: Writable, state: WritableState, late = false): void {
  if (!canFinish(state)) return;
  prefinish(stream, state);
  if (state.pendingcb > 0) return;
  if (late) {
    state.pendingcb += 1;
    nextTick(() => {
      if (canFinish(state)) finish(stream, state);
      else state.pendingcb -= 1;
    });
  } else if (canFinish(state)) {
    state.pendingcb += 1;
    finish(stream, state);
  }
}

function prefinish(stream: Writable, state: WritableState): void {
  if (has(state, W.prefinished | W.finalCalled)) return;
  if (typeof stream._final !== 'function' || has(state, W.destroyed)) {
    raise(state, W.finalCalled | W.prefinished);
    stream.emit('prefinish');
    return;
  }
  raise(state, W.finalCalled | W.sync);
  state.pendingcb += 1;
  const done: Done = (error) => afterFinal(stream, state, error);
  try {
    stream._final(done);
  } catch (error) {
    done(error as Error);
  }
  lower(state, W.sync);
}

function afterFinal(stream: Writable, state: WritableState, error?: Error | null): void {
  if (has(state, W.prefinished)) {
    errorOrDestroy(stream, error ?? streamErrors.multipleCallback());
    return;
  }
  state.pendingcb -= 1;
  if (error) {
    callFinished(state, error);
    errorOrDestroy(stream, error, has(state, W.sync));
  } else if (canFinish(state)) {
    raise(state, W.prefinished);
    stream.emit('prefinish');
    // Some classes, such as Transform, may still be at work.
    state.pendingcb += 1;
    nextTick(finish, stream, state);
  }
}

function finish(stream: Writable, state: WritableState): void {
  state.pendingcb -= 1;
  raise(state, W.finished);
  callFinished(state, null);
  stream.emit('finish');
  if (has(state, W.autoDestroy) && isReadableSideDone(stream)) stream.destroy();
}

function isReadableSideDone({ _readableState: state }: Writable): boolean {
  return !state || (state.autoDestroy && (state.endEmitted || state.readable === false));
}

import { bothErrors, touchStack } from './stream-errors.ts';
import { has, lower, raise, R, type Flagged } from './flags.ts';
import { nextTick } from './ticks.ts';
import type { Done, StreamBase } from './types.ts';

/** The end of a stream by force, with an error or without. */

/** Tells a stream that is still being constructed, and was destroyed, that it can go. */
export const destroyEvent = Symbol('kDestroy');

type State = Flagged & { errored: unknown };

/** The states of both sides; the flags used here have the same bits in each. */
function statesOf(stream: StreamBase): State[] {
  return [stream._writableState, stream._readableState].filter((state) => !!state);
}

function any(stream: StreamBase, flag: number): boolean {
  return statesOf(stream).some((state) => has(state, flag));
}

function raiseAll(stream: StreamBase, flag: number): void {
  for (const state of statesOf(stream)) raise(state, flag);
}

/** Keeps the first error. */
function keepError(stream: StreamBase, error: unknown): void {
  if (!error) return;
  touchStack(error);
  for (const state of statesOf(stream)) if (!state.errored) state.errored = error;
}

/** `destroy` of every stream. */
export function destroy<Self extends StreamBase>(
  this: Self,
  error?: Error | null,
  done?: Done,
): Self {
  if (any(this, R.destroyed)) {
    if (typeof done === 'function') done();
    return this;
  }
  keepError(this, error);
  raiseAll(this, R.destroyed);
  const [state] = statesOf(this);
  if (state && has(state, R.constructed)) destroyNow(this, error, done);
  else
    this.once(destroyEvent, (failure: Error | null | undefined) =>
      destroyNow(this, bothErrors(failure, error), done),
    );
  return this;
}

function destroyNow(stream: StreamBase, error: Error | null | undefined, done?: Done): void {
  let called = false;
  const onDestroyed: Done = (failure) => {
    if (called) return;
    called = true;
    keepError(stream, failure);
    raiseAll(stream, R.closed);
    if (typeof done === 'function') done(failure);
    nextTick(() => {
      if (failure) emitError(stream, failure);
      emitClose(stream);
    });
  };
  try {
    stream._destroy(error || null, onDestroyed);
  } catch (thrown) {
    onDestroyed(thrown as Error);
  }
}

function emitClose(stream: StreamBase): void {
  raiseAll(stream, R.closeEmitted);
  if (any(stream, R.emitClose)) stream.emit('close');
}

function emitError(stream: StreamBase, error: unknown): void {
  if (any(stream, R.errorEmitted)) return;
  raiseAll(stream, R.errorEmitted);
  stream.emit('error', error);
}

/** Makes a destroyed stream usable again. */
export function undestroy(this: StreamBase): void {
  const { _readableState: readable, _writableState: writable } = this;
  for (const state of [readable, writable]) {
    if (!state) continue;
    raise(state, R.constructed);
    lower(state, R.closed | R.closeEmitted | R.destroyed | R.errored | R.errorEmitted);
  }
  if (readable) {
    const off = readable.readable === false;
    Object.assign(readable, { reading: false, ended: off, endEmitted: off });
  }
  if (writable) {
    const off = writable.writable === false;
    Object.assign(writable, { finalCalled: false, prefinished: false });
    Object.assign(writable, { ended: off, ending: off, finished: off });
  }
}

/**
 * Destroys a stream for an error; one that does not destroy itself only tells of it.
 * @param late whether it tells in the next tick
 */
export function errorOrDestroy(stream: StreamBase, error: unknown, late = false): void {
  if (statesOf(stream).some(isDestroyedState)) return;
  if (any(stream, R.autoDestroy)) {
    stream.destroy(error as Error);
  } else if (error) {
    keepError(stream, error);
    if (late) nextTick(emitError, stream, error);
    else emitError(stream, error);
  }
}

/** States of old streams have no flags, but fields. */
function isDestroyedState(state: State & { readonly destroyed?: unknown }): boolean {
  return state.destroyed === true;
}

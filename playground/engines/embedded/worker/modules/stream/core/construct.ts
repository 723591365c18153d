import { destroyEvent, errorOrDestroy } from './destroy.ts';
import { has, lower, raise, R, type Flagged } from './flags.ts';
import { streamErrors } from './stream-errors.ts';
import { nextTick } from './ticks.ts';
import type { Done, StreamBase } from './types.ts';

const constructEvent = Symbol('kConstruct');

function statesOf(stream: StreamBase): Flagged[] {
  return [stream._writableState, stream._readableState].filter((state) => !!state);
}

/** Runs a stream's `_construct`, where it has one; until then it neither reads nor writes. */
export function construct(stream: StreamBase, constructed: () => void): void {
  if (typeof stream._construct !== 'function') return;
  for (const state of statesOf(stream)) lower(state, R.constructed);
  stream.once(constructEvent, constructed);
  if (stream.listenerCount(constructEvent) > 1) return;
  nextTick(runConstruct, stream);
}

function runConstruct(stream: StreamBase): void {
  let called = false;
  const done = (error?: Error | null): void => {
    if (called) {
      errorOrDestroy(stream, error ?? streamErrors.multipleCallback());
      return;
    }
    called = true;
    const states = statesOf(stream);
    for (const state of states) raise(state, R.constructed);
    if (states[0] && has(states[0], R.destroyed)) stream.emit(destroyEvent, error);
    else if (error) errorOrDestroy(stream, error, true);
    else stream.emit(constructEvent);
  };
  const later: Done = (error) => nextTick(done, error);
  try {
    stream._construct?.(later);
  } catch (error) {
    later(error as Error);
  }
}

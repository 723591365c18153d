import type { Loop } from '../../machine.ts';
import { addAbortListener } from '../events/any-emitter.ts';
import { testFailure } from './failure.ts';

/** Longest delay of a timer. */
const LONGEST_MS = 2 ** 31 - 1;

/** What ends a test before it is done. */
export interface Stop {
  /** Resolves when the signal aborts; rejects when the time is over. */
  readonly promise: Promise<unknown>;
  dispose(): void;
}

/** @param timeoutMs undefined, null, Infinity: as long as it takes */
export function startStop(
  loop: Loop,
  timeoutMs: number | null | undefined,
  signal: AbortSignal,
): Stop {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const listener = addAbortListener(signal, () => resolve(undefined));
  const limited = timeoutMs !== undefined && timeoutMs !== null && timeoutMs !== Infinity;
  const late = (): void =>
    reject(testFailure(`test timed out after ${timeoutMs}ms`, 'testTimeoutFailure'));
  // Without a limit it only keeps the program alive: a test that never ends never lets it end.
  const timer = limited ? loop.timer(late, timeoutMs) : loop.timer(() => undefined, LONGEST_MS);
  promise.catch(() => undefined);
  return {
    promise,
    dispose() {
      listener[Symbol.dispose]();
      timer.cancel();
    },
  };
}

/** Runs something until it is done, its time is over, or its signal aborts. */
export async function raceWithStop(
  run: () => Promise<void>,
  loop: Loop,
  timeoutMs: number | undefined,
  signal: AbortSignal,
): Promise<void> {
  const stop = startStop(loop, timeoutMs, signal);
  try {
    await Promise.race([run(), stop.promise]);
  } finally {
    stop.dispose();
  }
}

import type { Clock } from '#lab';

type Fire = () => void;

/**
 * Connect sets its deadlines with `setTimeout` and reads them
 * with `Date.now`. Both go by this clock until the work ends,
 * as fake timers do in a test.
 */
export async function inTimeOf<T>(
  clock: Clock,
  work: () => Promise<T>,
): Promise<T> {
  const { setTimeout, clearTimeout } = globalThis;
  const { now } = Date;
  const take = (fire: Fire, ms = 0): Fire =>
    clock.setTimer(ms, fire);
  const cancel = (timer?: Fire): void => timer?.();
  Object.assign(globalThis, {
    setTimeout: take,
    clearTimeout: cancel,
  });
  Date.now = () => clock.now();
  try {
    return await work();
  } finally {
    Object.assign(globalThis, { setTimeout, clearTimeout });
    Date.now = now;
  }
}

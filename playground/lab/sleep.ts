import type { CancelTimer, SleepOptions } from './clock.ts';

/**
 * A wait that a signal can end, made of a timer. Whichever comes first, the other is taken back:
 * neither a timer nor a listener outlives the wait.
 *
 * @param setTimer schedules one call and returns how to take it back
 * @throws the signal's reason, where it aborts first
 */
export function sleepWith(
  setTimer: (ms: number, fire: () => void) => CancelTimer,
  ms: number,
  { signal }: SleepOptions = {},
): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const onAbort = (): void => {
      cancel();
      reject(signal?.reason);
    };
    const cancel = setTimer(ms, () => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    });
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}

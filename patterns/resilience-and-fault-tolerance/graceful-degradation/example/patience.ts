import type { Clock } from '#lab';

export interface Patience {
  clock: Clock;
  ms: number;
  /** The caller hangs up. */
  signal?: AbortSignal | undefined;
}

/**
 * The work's result, if it comes in time. The work itself goes
 * on; no timer and no listener is left behind.
 * @throws what the work throws, the signal's reason, or that
 *   there was no answer in so many ms
 */
export function waitFor<T>(
  work: Promise<T>,
  { clock, ms, signal }: Patience,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const onAbort = (): void => leave(signal?.reason);
    const letGo = (): void => {
      cancel();
      signal?.removeEventListener('abort', onAbort);
    };
    const leave = (reason: unknown): void => {
      letGo();
      reject(reason);
    };
    const cancel = clock.setTimer(ms, () =>
      leave(new Error(`no answer in ${ms} ms`)),
    );
    signal?.addEventListener('abort', onAbort, { once: true });
    if (signal?.aborted) onAbort();
    work.then((value) => {
      letGo();
      resolve(value);
    }, leave);
  });
}

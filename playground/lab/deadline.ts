import type { Clock } from './clock.ts';

/** The caller's patience is over. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';

  /** @param ms how long the caller has waited */
  constructor(ms: number) {
    super(`no answer in ${ms / 1000} s`);
  }
}

/** When a piece of work is given up. */
export interface DeadlineOptions {
  /** Patience. Default: no limit. */
  readonly timeoutMs?: number | undefined;
  /** The caller's own signal: it hangs up. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs work with a timeout and the caller's signal. Work gets one signal for both and should stop
 * on it; the caller is let go at once even where work does not. Leaves no timer and no listener.
 *
 * @throws TimeoutError when the time is up, or the signal's reason when the caller hangs up
 */
export function withDeadline<T>(
  clock: Clock,
  { timeoutMs, signal }: DeadlineOptions,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  return new Promise<T>((resolve, reject) => {
    const giveUp = (reason: unknown): void => {
      controller.abort(reason);
      reject(reason);
    };
    const onAbort = (): void => giveUp(signal?.reason);
    if (signal?.aborted) {
      onAbort();
      return;
    }
    signal?.addEventListener('abort', onAbort, { once: true });
    const cancel =
      timeoutMs === undefined
        ? undefined
        : clock.setTimer(timeoutMs, () => giveUp(new TimeoutError(timeoutMs)));
    const letGo = (): void => {
      cancel?.();
      signal?.removeEventListener('abort', onAbort);
    };
    controller.signal.addEventListener('abort', letGo, { once: true });
    const working = async (): Promise<T> => work(controller.signal);
    working().then(resolve, reject).finally(letGo);
  });
}

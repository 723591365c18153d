import type { Budget } from './retry-budget.ts';

export interface HedgeOptions {
  clock: {
    setTimer(ms: number, fire: () => void): () => void;
  };
  /** Send the second copy after this: p95 of the call. */
  afterMs: number;
  /** The same that the retries of this dependency draw on. */
  budget: Budget;
}

/**
 * One more copy of a call that takes long; the first answer
 * wins and the other copy is told to stop. Hedge or retry a
 * call, not both: each would pay in for the same answer.
 */
export function hedge<T>(
  work: (signal: AbortSignal) => Promise<T>,
  { clock, afterMs, budget }: HedgeOptions,
  signal?: AbortSignal,
): Promise<T> {
  const over = new AbortController();
  return new Promise<T>((resolve, reject) => {
    let running = 0;
    const end = (): void => {
      cancelTimer();
      signal?.removeEventListener('abort', onAbort);
      over.abort();
    };
    const onAbort = (): void => {
      end();
      reject(signal?.reason);
    };
    const start = async (): Promise<void> => {
      running += 1;
      try {
        const answer = await work(over.signal);
        if (over.signal.aborted) return;
        budget.deposit();
        end();
        resolve(answer);
      } catch (error) {
        running -= 1;
        if (running > 0) return; // the other may still answer
        end();
        reject(error);
      }
    };
    const cancelTimer = clock.setTimer(afterMs, () => {
      if (budget.withdraw()) void start();
    });
    if (signal?.aborted) return onAbort();
    signal?.addEventListener('abort', onAbort, { once: true });
    void start();
  });
}

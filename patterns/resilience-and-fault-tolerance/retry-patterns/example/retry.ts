import type { Budget } from './retry-budget.ts';

export interface RetryOptions {
  clock: {
    now(): number;
    sleep(
      ms: number,
      o: { signal?: AbortSignal | undefined },
    ): Promise<void>;
  };
  /** From 0 up to, not including, 1. */
  random: () => number;
  /** All tries, the first one included: 1 is no retry. */
  attempts: number;
  /** Most that the first retry waits; doubles each time. */
  baseMs: number;
  /** Most that any retry waits. */
  capMs: number;
  /** One for each dependency, shared by all calls to it. */
  budget: Budget;
  /**
   * Undefined: do not retry. Else how long the server asks
   * to be left alone (Retry-After), 0 where it does not say.
   */
  retryAfterMs: (error: unknown) => number | undefined;
}

export interface Call {
  /** The caller hangs up. */
  signal?: AbortSignal;
  /** Moment on the clock after which nobody waits. */
  deadlineMs?: number;
}

/** `work` must be safe to repeat, and have its own timeout. */
export async function retry<T>(
  work: (attempt: number) => Promise<T>,
  options: RetryOptions,
  call: Call = {},
): Promise<T> {
  const { clock, budget } = options;
  const { signal } = call;
  for (let attempt = 1; ; attempt += 1) {
    signal?.throwIfAborted();
    try {
      const answer = await work(attempt);
      budget.deposit();
      return answer;
    } catch (error) {
      if (signal?.aborted) throw error;
      const waitMs = waitBefore(attempt, error, options);
      const { deadlineMs = Infinity } = call;
      const tooLate = clock.now() + waitMs >= deadlineMs;
      // The budget is asked last: no token for no retry.
      if (tooLate || !budget.withdraw()) throw error;
      await clock.sleep(waitMs, { signal });
    }
  }
}

/** Full jitter on top of what the server asks for. */
function waitBefore(
  attempt: number,
  error: unknown,
  { attempts, baseMs, capMs, random, ...o }: RetryOptions,
): number {
  const askedMs = o.retryAfterMs(error);
  if (askedMs === undefined || attempt >= attempts)
    return Infinity;
  const mostMs = Math.min(capMs, baseMs * 2 ** (attempt - 1));
  return askedMs + mostMs * random();
}

import type { Clock } from '#lab';

export interface Answer {
  readonly status: number;
  /** What `Retry-After` asks for. */
  readonly retryAfterMs?: number;
}

export interface Schedule {
  readonly clock: Clock;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  /** The first one included. */
  readonly tries: number;
  /** The first wait; each is twice as long as the one before. */
  readonly baseMs: number;
  /** Most of a wait, whatever is asked for; jitter is on top. */
  readonly maxMs: number;
  /** Up to this share is added to a wait, by chance. */
  readonly jitter: number;
}

export type Outcome = 'delivered' | 'gone' | 'gave up';

/**
 * Sends one event to one endpoint until it says 2xx.
 *
 * @param post one try, signed anew; rejects where no answer came
 * @throws the signal's reason where the sender is stopped
 */
export async function deliver(
  post: (attempt: number) => Promise<Answer>,
  schedule: Schedule,
  signal?: AbortSignal,
): Promise<Outcome> {
  const { clock, tries } = schedule;
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted();
    const answer = await post(attempt).catch(() => undefined);
    const status = answer?.status ?? 0;
    if (status >= 200 && status < 300) return 'delivered';
    if (status === 410) return 'gone'; // never send there again
    if (attempt >= tries) return 'gave up';
    const wait = waitMs(attempt, schedule, answer?.retryAfterMs);
    await clock.sleep(wait, signal ? { signal } : {});
  }
}

function waitMs(
  attempt: number,
  { baseMs, maxMs, jitter, random }: Schedule,
  askedMs = 0,
): number {
  const backOffMs = Math.min(baseMs * 2 ** (attempt - 1), maxMs);
  const least = Math.max(backOffMs, Math.min(askedMs, maxMs));
  return least * (1 + jitter * random());
}

import type { Clock } from '#lab';

/** A service says no, and would say so again. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}

export interface Patience {
  readonly tries: number;
  /** The first wait; each is twice as long as the last. */
  readonly baseMs: number;
  readonly maxMs: number;
}

export interface Waits {
  readonly clock: Pick<Clock, 'sleep'>;
  /** From 0 up to 1: waits are longer by up to a fifth. */
  readonly random: () => number;
}

interface Tries {
  readonly once: () => Promise<void>;
  /** Before each further try; what it throws ends them. */
  readonly again: (why: string) => Promise<void>;
}

export interface Failure {
  readonly why: string;
  /** The very first answer was a no. */
  readonly atOnce: boolean;
}

/**
 * Works until it succeeds, is refused, or patience is over.
 *
 * @returns nothing where it worked
 * @throws the signal's reason, or what `again` throws
 */
export async function attempt(
  { once, again }: Tries,
  { tries, baseMs, maxMs }: Patience,
  { clock, random }: Waits,
  signal: AbortSignal,
): Promise<Failure | undefined> {
  for (let nth = 1; ; nth++) {
    signal.throwIfAborted();
    let why: string;
    try {
      await once();
      return undefined;
    } catch (error) {
      signal.throwIfAborted();
      const refused = error instanceof RefusedError;
      const atOnce = refused && nth === 1;
      why = String(error);
      if (refused || nth >= tries) return { why, atOnce };
    }
    const waitMs = Math.min(baseMs * 2 ** (nth - 1), maxMs);
    const jitter = 1 + 0.2 * random();
    await clock.sleep(waitMs * jitter, { signal });
    await again(why);
  }
}

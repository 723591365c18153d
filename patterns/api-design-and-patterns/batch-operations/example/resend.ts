import type { Clock } from '#lab';
import type { Item, Result } from './item.ts';

export interface ResendOptions<Body> {
  readonly clock: Clock;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  /** The first one included. */
  readonly tries: number;
  /** The first wait is up to this; each next up to twice it. */
  readonly baseMs: number;
  /**
   * Sends these; undefined where no answer came. Rejects where
   * the batch as a whole is refused: the same again is no use.
   */
  readonly send: (
    items: readonly Item<Body>[],
    attempt: number,
  ) => Promise<readonly Result[] | undefined>;
}

/**
 * Sends what is left until all is known: done, or never.
 *
 * @returns the last that is known of each item, if anything is
 * @throws what `send` rejects with, or the signal's reason
 */
export async function sendAll<Body>(
  items: readonly Item<Body>[],
  options: ResendOptions<Body>,
  signal?: AbortSignal,
): Promise<Map<string, Result>> {
  const { clock, random, tries, baseMs, send } = options;
  const known = new Map<string, Result>();
  let left = items;
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted();
    const results = (await send(left, attempt)) ?? [];
    for (const result of results) known.set(result.id, result);
    left = worthSending(left, known);
    if (left.length === 0 || attempt >= tries) return known;
    const waitMs = baseMs * 2 ** (attempt - 1) * random();
    await clock.sleep(waitMs, signal ? { signal } : {});
  }
}

/** A batch of their own: none waits for one that is not in it. */
function worthSending<Body>(
  items: readonly Item<Body>[],
  known: ReadonlyMap<string, Result>,
): readonly Item<Body>[] {
  const left = items.filter(
    ({ id }) => known.get(id)?.again ?? true,
  );
  const ids = new Set(left.map(({ id }) => id));
  return left.map(({ after, ...item }) =>
    after !== undefined && ids.has(after)
      ? { ...item, after }
      : item,
  );
}

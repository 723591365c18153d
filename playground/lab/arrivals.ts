import type { Clock } from './clock.ts';
import type { Random } from './random.ts';

/** How callers are spread over a run. */
export interface Spread {
  readonly count: number;
  /** Length of the stretch of time in which each has its moment, in ms. */
  readonly everyMs: number;
  /** The part of its stretch in which one may come: `[0, 1]` is all of it. */
  readonly within: readonly [number, number];
}

/** Draws a moment in each of `count` stretches of time that follow on each other, in ms. */
export function spread(dice: Random, { count, everyMs, within }: Spread): number[] {
  const [from, to] = within;
  return Array.from({ length: count }, (_, n) => (n + dice.uniform(from, to)) * everyMs);
}

/**
 * Lets callers come, and waits until the last is done.
 *
 * @param momentsMs when each comes, in their order
 * @param come what the n-th does, counted from 1; nobody waits for those before
 * @throws what one of them rejects with, once all have come
 */
export async function arrivals(
  clock: Clock,
  momentsMs: readonly number[],
  come: (n: number) => Promise<void>,
): Promise<void> {
  const underWay: Promise<void>[] = [];
  for (const [at, atMs] of momentsMs.entries()) {
    await clock.sleep(atMs - clock.now());
    const one = come(at + 1);
    // Heard at once, so that one which fails early is not unhandled until the last has come.
    one.catch(() => undefined);
    underWay.push(one);
  }
  await Promise.all(underWay);
}

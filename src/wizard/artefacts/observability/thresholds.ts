import type { Solution } from '../../model/solution.ts';

/** How long a message may wait before somebody should look: what may be late, and some (our convention). */
const seconds = { 'at-once': 30, seconds: 60, minutes: 900 } as const satisfies Record<
  Solution['facts']['freshness'],
  number
>;

/** The age from which the oldest message counts as late. */
export function oldestSeconds({ facts }: Solution): number {
  return seconds[facts.freshness];
}

import type { Recorded } from '../harness/page.ts';
import type { Attack } from './attack.ts';
import type { Watch } from './watch.ts';

/** Longest stillness of the page under attack; a busy machine adds to the 100 ms of a quiet one. */
const gapMs = 1000;

/**
 * What an attack from the Worker brought about: what it printed that it got, what arrived outside,
 * and what the engine let pass. Empty where the walls held.
 */
export async function findings(attack: Attack, result: Recorded, watch: Watch): Promise<string[]> {
  const { stdout, totalMs, longestGapMs } = result;
  const leaks = stdout.match(/LEAK.*/g) ?? [];
  const limits = {
    'printed more than the limit': stdout.length > 1 << 20,
    'printed more lines than the limit': stdout.split('\n').length > 20_001,
    'the page stood still': longestGapMs > gapMs,
    'went on for too long': totalMs > (attack.endsWithinMs ?? Infinity),
  };
  const broken = Object.entries(limits).flatMap(([what, is]) => (is ? [what] : []));
  return [...leaks.slice(0, 3), ...broken, ...(await watch.escapes()), ...watch.knocks()];
}

import type { Clock } from '#lab';
import type { Hold } from './fault-point.ts';
import { chanceOf } from './statistics.ts';
import type { Count, Groups } from './statistics.ts';

export type Verdict =
  /** Enough seen, and no worse than without the fault. */
  | 'held'
  /** Worse with the fault, by more than chance explains. */
  | 'broken'
  /** Before the fault the groups differed: it is void. */
  | 'unequal'
  /** The control is bad, too: something else is going on. */
  | 'bad day'
  /** The error budget of the experiment is spent. */
  | 'too harmful'
  /** The time was over first. This is no "held". */
  | 'too few';

export interface Options {
  clock: Clock;
  /** Without the fault, to see that both groups are alike. */
  warmUpMs: number;
  /** Times the numbers are looked at, at most, and how often. */
  looks: number;
  lookEveryMs: number;
  /** How long the fault outlives a runner that is silent. */
  leaseMs: number;
  /** How often a service that is well may be found broken. */
  alpha: number;
  /** Orders in each group before it may be said to hold. */
  needed: number;
  /** Bad orders with the fault at which it ends anyway. */
  maxHurt: number;
  /** Share of bad ones in the control that is no usual day. */
  maxControlBad: number;
  /** Those who came since then, each judged at the same age. */
  read: (sinceMs: number) => Groups;
  inject: (ttlMs: number) => Hold;
}

export interface Report extends Groups {
  verdict: Verdict;
}

/** So few bad ones are chance, of however few orders. */
const MAY_BE_CHANCE = 4;

/**
 * Runs one experiment. The fault is ended whatever happens
 * here: by the verdict, an error, or the signal. Where the
 * process itself dies, the lease at the fault point ends it.
 *
 * @throws LeaseOverError where the fault ended unasked
 * @throws the signal's reason
 */
export async function runExperiment(
  options: Options,
  signal?: AbortSignal,
): Promise<Report> {
  const { clock, warmUpMs, looks, lookEveryMs } = options;
  const { leaseMs, read, inject } = check(options);
  const wait = (ms: number): Promise<void> =>
    clock.sleep(ms, signal ? { signal } : {});
  const bornMs = clock.now();
  await wait(warmUpMs);
  const before = read(bornMs);
  const unfit = unfitness(before, options);
  if (unfit) return { verdict: unfit, ...before };

  const sinceMs = clock.now();
  const hold = inject(leaseMs);
  try {
    for (let look = 1; look <= looks; look++) {
      await wait(lookEveryMs);
      // First: where the fault has ended, nothing is proved.
      hold.renew(leaseMs);
      const groups = read(sinceMs);
      const verdict = judge(groups, options);
      if (verdict) return { verdict, ...groups };
    }
    return { verdict: 'too few', ...read(sinceMs) };
  } finally {
    hold.release();
  }
}

function unfitness(
  before: Groups,
  options: Options,
): Verdict | undefined {
  if (isBadDay(before.control, options)) return 'bad day';
  const { treated: control, control: treated } = before;
  const chances = [before, { treated, control }].map(chanceOf);
  const alike = chances.every((p) => p >= options.alpha / 2);
  return alike ? undefined : 'unequal';
}

function judge(
  groups: Groups,
  options: Options,
): Verdict | undefined {
  const { treated, control } = groups;
  const { alpha, looks, needed, maxHurt } = options;
  if (isBadDay(control, options)) return 'bad day';
  // Each look may err, so each gets its part of alpha.
  if (chanceOf(groups) < alpha / looks) return 'broken';
  if (treated.bad >= maxHurt) return 'too harmful';
  const seen = Math.min(treated.total, control.total);
  return seen >= needed ? 'held' : undefined;
}

function isBadDay(
  { bad, total }: Count,
  { maxControlBad }: Options,
): boolean {
  if (bad <= MAY_BE_CHANCE) return false;
  return bad / total > maxControlBad;
}

function check(options: Options): Options {
  const { leaseMs, lookEveryMs, alpha } = options;
  if (!(leaseMs > lookEveryMs))
    throw new RangeError('the lease must outlast a look');
  if (!(alpha > 0 && alpha < 1))
    throw new RangeError(`alpha is a share, not ${alpha}`);
  return options;
}

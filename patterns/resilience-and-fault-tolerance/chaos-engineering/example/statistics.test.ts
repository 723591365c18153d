import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Random, VirtualClock } from '#lab';
import { runExperiment } from './experiment.ts';
import type { Verdict } from './experiment.ts';
import { FaultPoint } from './fault-point.ts';
import { chanceOf, samplesNeeded } from './statistics.ts';
import type { Groups } from './statistics.ts';
import { PLAN } from './trials.ts';

/** Bad and all of the treated, then of the control. */
const groups = (
  bad: number,
  total: number,
  badBeside: number,
  beside: number,
): Groups => ({
  treated: { bad, total },
  control: { bad: badBeside, total: beside },
});

/** How likely 0, 1, 2 … of n are bad, until it is no more. */
function binomial(n: number, share: number): number[] {
  const likely = [];
  let log = n * Math.log1p(-share);
  for (let k = 0; k <= n; k++) {
    likely.push(Math.exp(log));
    if (k > n * share && log < -50) break;
    log += Math.log(((n - k) / (k + 1)) * (share / (1 - share)));
  }
  return likely;
}

describe('chance', () => {
  it('is what Fisher found for the lady tasting tea', () => {
    assert.equal(
      chanceOf(groups(3, 4, 1, 4)).toFixed(6),
      '0.242857',
    );
  });

  it('explains everything where nothing is bad', () => {
    assert.equal(chanceOf(groups(0, 50, 0, 50)), 1);
    assert.equal(chanceOf(groups(0, 0, 0, 0)), 1);
  });

  it('does not explain six of six beside none of six', () => {
    const limit = PLAN.alpha / PLAN.looks;
    const five = chanceOf(groups(5, 5, 0, 5));
    const six = chanceOf(groups(6, 6, 0, 6));
    assert.ok(six < limit && limit < five);
    // All of one group: 1 of the ways to pick n of 2n.
    assert.equal(Math.round(1 / five), 252);
    assert.equal(Math.round(1 / six), 924);
  });
});

describe('the size of a sample', () => {
  const plan = { alpha: 0.05, power: 0.8, looks: 1 };

  it('is what the tables say', () => {
    // R: power.prop.test(p1 = .01, p2 = .02, power = .8)
    const base = 0.01;
    const worse = 0.02;
    const two = { ...plan, base, worse, alpha: 0.025 };
    assert.equal(samplesNeeded(two), 2319);
  });

  it('is what the page says', () => {
    const of = (base: number, worse: number) =>
      [1, 20].map((looks) =>
        samplesNeeded({ ...plan, base, worse, looks }),
      );
    assert.deepEqual(of(0.002, 0.5), [9, 19]);
    assert.deepEqual(of(0.002, 0.02), [415, 893]);
    assert.deepEqual(of(0.002, 0.01), [1_152, 2_480]);
    assert.deepEqual(of(0.002, 0.004), [9_245, 19_908]);
    assert.equal(samplesNeeded(PLAN), 58);
  });

  /** How often Fisher's test finds it with n in each group. */
  const powerOf = (
    base: number,
    worse: number,
    looks: number,
  ) => {
    const n = samplesNeeded({ ...plan, base, worse, looks });
    const limit = plan.alpha / looks;
    const usual = binomial(n, base);
    const treated = binomial(n, worse);
    let power = 0;
    let least = 0;
    for (const [bad, share] of usual.entries()) {
      while (chanceOf(groups(least, n, bad, n)) >= limit)
        least += 1;
      const above = treated.slice(least);
      power += share * above.reduce((sum, p) => sum + p, 0);
    }
    return Math.round(100 * power);
  };

  it('finds as many as the page says, by the exact test', () => {
    const rows = [
      [0.002, 0.5],
      [0.002, 0.02],
      [0.002, 0.01],
      [0.002, 0.004],
    ] as const;
    const of = (looks: number) =>
      rows.map(([base, worse]) => powerOf(base, worse, looks));
    assert.deepEqual(of(1), [74, 74, 76, 77]);
    assert.deepEqual(of(20), [81, 84, 80, 79]);
  });

  it('refuses an effect that is none', () => {
    assert.throws(
      () => samplesNeeded({ ...plan, base: 0.1, worse: 0.1 }),
      RangeError,
    );
  });
});

describe('looking again and again', () => {
  /** Share of experiments that call it broken at some look. */
  const found = (base: number, worse: number, limit: number) => {
    const times = 1_000;
    let broken = 0;
    for (let seed = 1; seed <= times; seed++) {
      const dice = new Random(seed);
      const seen = groups(0, 0, 0, 0);
      for (let look = 1; look <= PLAN.looks; look++) {
        for (let n = 0; n < 5; n++) {
          seen.treated.total += 1;
          seen.control.total += 1;
          if (dice.chance(worse)) seen.treated.bad += 1;
          if (dice.chance(base)) seen.control.bad += 1;
        }
        if (chanceOf(seen) >= limit) continue;
        broken += 1;
        break;
      }
    }
    return broken / times;
  };
  const { alpha, looks } = PLAN;

  it('finds fault with a healthy service, uncorrected', () => {
    assert.ok(found(0.2, 0.2, alpha) > 0.1);
  });

  it('hardly ever does with a part of alpha a look', () => {
    assert.ok(found(0.2, 0.2, alpha / looks) < 0.01);
    assert.equal(found(0.02, 0.02, alpha / looks), 0);
  });

  it('finds what it was planned for, not what is less', () => {
    assert.ok(found(0.02, 0.25, alpha / looks) > 0.8);
    assert.ok(found(0.02, 0.09, alpha / looks) < 0.2);
  });
});

describe('the runner, over a thousand seeds', () => {
  const base = 0.002;
  const worse = 0.01;
  const { alpha, power, looks } = PLAN;
  const needed = samplesNeeded({ ...PLAN, base, worse });

  /** The page's start values: 1 % of 1,000 a second. */
  const trial = async (seed: number, withFault: number) => {
    const dice = new Random(seed);
    const clock = new VirtualClock();
    const point = new FaultPoint(clock, 60_000);
    const badOf = (total: number, share: number) =>
      Array.from({ length: total }).filter(() =>
        dice.chance(share),
      ).length;
    let of = { sinceMs: NaN, groups: groups(0, 0, 0, 0) };
    const read = (sinceMs: number): Groups => {
      if (of.sinceMs !== sinceMs)
        of = { sinceMs, groups: groups(0, 0, 0, 0) };
      const share = point.fault ? withFault : base;
      const { treated, control } = of.groups;
      treated.total += 150;
      treated.bad += badOf(150, share);
      control.total += 150;
      control.bad += badOf(150, base);
      return structuredClone(of.groups);
    };
    const { verdict } = await clock.run(() =>
      runExperiment({
        clock,
        warmUpMs: 15_000,
        looks,
        lookEveryMs: 15_000,
        leaseMs: 45_000,
        alpha,
        needed,
        maxHurt: 260,
        maxControlBad: 0.01,
        read,
        inject: (ttlMs) =>
          point.inject({ kind: 'error' }, ttlMs, () => {}),
      }),
    );
    return verdict;
  };
  const shares = async (withFault: number) => {
    const times = 1_000;
    const seen: Partial<Record<Verdict, number>> = {};
    for (let seed = 1; seed <= times; seed++) {
      const verdict = await trial(seed, withFault);
      seen[verdict] = (seen[verdict] ?? 0) + 1 / times;
    }
    return seen;
  };

  it('calls a healthy service broken in at most alpha', async () => {
    const { broken = 0, held = 0 } = await shares(base);
    assert.ok(broken <= alpha);
    assert.ok(held > 0.95);
  });

  it('seldom takes chance for a bad day', async () => {
    const seen = await shares(base);
    assert.ok((seen['bad day'] ?? 0) < 0.02);
  });

  it('finds what it was planned for', async () => {
    const { broken = 0 } = await shares(worse);
    assert.ok(broken > power);
  });
});

import { describe, expect, it } from 'vitest';
import { answersExperiments, keepsItsWord, playedExample, tableOf } from './play-example.ts';
import type { Claims, Traced } from './play-example.ts';

const example = playedExample('resilience-and-fault-tolerance/graceful-degradation');
const { knobs, trace } = example;

/** The table: for each row the number with all or nothing, and the number with degradation. */
const table = ({ stdout }: Traced) =>
  tableOf(stdout, {
    none: 'no page',
    full: 'full page',
    old: 'with an old part',
    without: 'without a part',
    oldestS: 'oldest reviews',
    p95S: 'page p95',
    inVainS: 'waited in vain',
    wrong: 'wrong price',
  });

type Run = 'baseline' | 'pattern';

/** How the visits ended that began between two seconds. */
function outcomes({ events }: Traced, run: Run, fromS: number, toS: number) {
  const counts: Record<string, number> = {};
  for (const event of events) {
    if (event.kind !== 'call' || event.run !== run) continue;
    if (event.startMs < fromS * 1000 || event.startMs >= toS * 1000) continue;
    counts[event.outcome] = (counts[event.outcome] ?? 0) + 1;
  }
  return counts;
}

/** The longest that a page took between two seconds, in s. */
function slowest({ events }: Traced, run: Run, fromS: number, toS: number): number {
  const took = events.flatMap((event) =>
    event.kind === 'call' &&
    event.run === run &&
    event.startMs >= fromS * 1000 &&
    event.startMs < toS * 1000
      ? [event.endMs - event.startMs]
      : [],
  );
  return Math.max(...took) / 1000;
}

describe('the example of graceful degradation', { timeout: 60_000 }, () => {
  keepsItsWord(example);

  it('prints what the page quotes', async () => {
    expect(table(await trace())).toEqual({
      none: [52, 7],
      full: [71, 53],
      old: [0, 13],
      without: [0, 50],
      oldestS: [2.98, 8.74],
      p95S: [2, 0.81],
      inVainS: [18.1, 6.3],
      wrong: [0, 0],
    });
  });

  it('fails whole for one part, and with degradation for the price alone', async () => {
    const played = await trace();
    expect(outcomes(played, 'baseline', 14, 22)).toEqual({ failed: 13 });
    expect(outcomes(played, 'pattern', 14, 22)).toEqual({ fallback: 13 });
    expect(outcomes(played, 'pattern', 0, 34)['failed']).toBeUndefined();
    const reasons = played.events.flatMap((event) =>
      event.kind === 'call' && event.run === 'pattern' && event.outcome === 'failed'
        ? [event.note]
        : [],
    );
    expect(reasons).toEqual(Array.from({ length: 7 }, () => 'no price'));
  });

  it('keeps everybody in the sale by dimming', async () => {
    const played = await trace();
    expect(outcomes(played, 'baseline', 25, 31)).toMatchObject({ 'timed-out': 23 });
    expect(outcomes(played, 'pattern', 25, 31)['timed-out']).toBeUndefined();
    const shares = played.events.flatMap((event) =>
      event.kind === 'value' && event.run === 'pattern' && event.series === 'similar products'
        ? [event.value]
        : [],
    );
    expect(Math.min(...shares)).toBe(13);
    expect(shares.at(-1)).toBe(100);
  });

  it('makes a page wait half a second for offers until they are turned off', async () => {
    const played = await trace();
    expect(slowest(played, 'pattern', 14, 18)).toBeCloseTo(0.5, 6);
    expect(slowest(played, 'pattern', 18.5, 22)).toBeLessThan(0.4);
  });

  it.each(knobs)('runs with $env at both ends, for all visitors', async ({ env, min, max }) => {
    for (const value of [min, max]) {
      const played = await trace({ [env]: value });
      for (const row of Object.values(table(played))) expect(row).not.toContain(NaN);
      const inSale = 6 * (env === 'SALE_PER_S' ? value : 10);
      for (const run of ['baseline', 'pattern'] as const) {
        const visits = Object.values(outcomes(played, run, 0, 40));
        expect(visits.reduce((sum, one) => sum + one, 0)).toBe(63 + inSale);
      }
    }
  });
});

/** What the page says about each experiment, by its setting. */
const claims: Claims<Traced> = {
  'STALE_S=0': (played) => {
    expect(table(played)).toMatchObject({ none: [52, 7], without: [0, 60], full: [71, 56] });
    return 'None';
  },
  'WAIT_S=0': (played) => {
    expect(table(played)).toMatchObject({ none: [52, 7], full: [71, 0] });
    return 'None';
  },
  'SWITCH_S=8': (played) => {
    expect(table(played)).toMatchObject({ none: [52, 7], full: [71, 55], inVainS: [18.1, 9.8] });
    return 'Visitors wait longer';
  },
  'TARGET_S=5': (played) => {
    expect(table(played)).toMatchObject({ none: [52, 30] });
    expect(outcomes(played, 'pattern', 25, 31)).toMatchObject({ 'timed-out': 23 });
    return '30';
  },
  'SALE_PER_S=20': (played) => {
    const { none, without, p95S } = table(played);
    expect([none, without]).toEqual([
      [136, 7],
      [0, 118],
    ]);
    expect(p95S[1]).toBeGreaterThanOrEqual(1);
    expect(Object.values(outcomes(played, 'pattern', 0, 40)).reduce((a, b) => a + b)).toBe(183);
    return '7, as before';
  },
  'STALE_PRICE_S=60': (played) => {
    expect(table(played)).toMatchObject({ none: [52, 0], wrong: [0, 7] });
    return 'No';
  },
};

describe('an experiment', { timeout: 60_000 }, () => {
  answersExperiments(example, trace, claims);
});

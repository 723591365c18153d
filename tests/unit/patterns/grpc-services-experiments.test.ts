import { describe, expect, it } from 'vitest';
import { answersExperiments, keepsItsWord, playedExample, tableOf } from './play-example.ts';
import type { Claims, Traced } from './play-example.ts';

const example = playedExample('api-design-and-patterns/grpc-services');
const { knobs, trace } = example;

/** The table: for each row the number without deadlines, codes and tokens, and with them. */
const table = ({ stdout }: Traced) =>
  tableOf(stdout, {
    planned: 'routes planned',
    forNobody: 'measured for nobody',
    inVain: 'asked in vain',
    behind: 'phone behind, in s',
    leftOut: 'positions left out',
    scanned: 'scanned in vain',
    missed: 'stops missed',
    twice: 'driven twice',
    lists: 'whole lists read',
  });

type Run = 'baseline' | 'pattern';

/** Values of a chart, with their seconds. */
function chart({ events }: Traced, run: Run, series: string) {
  return events.flatMap((event) =>
    event.kind === 'value' && event.run === run && event.series === series
      ? [{ atS: event.atMs / 1000, value: event.value }]
      : [],
  );
}

/** Seconds at which questions began that were answered. */
function answered({ events }: Traced, run: Run): readonly number[] {
  return events.flatMap((event) =>
    event.kind === 'call' &&
    event.run === run &&
    event.to === 'plan' &&
    event.outcome === 'answered'
      ? [event.startMs / 1000]
      : [],
  );
}

describe('the example of gRPC services', { timeout: 120_000 }, () => {
  keepsItsWord(example);

  it('plans nothing after the map turned slow, without deadlines', async () => {
    const played = await trace();
    expect(table(played)).toEqual({
      planned: [7, 31],
      forNobody: [49, 0],
      inVain: [25, 8],
      behind: [14.5, 0.5],
      leftOut: [0, 28],
      scanned: [8, 1],
      missed: [4, 0],
      twice: [0, 0],
      lists: [0, 1],
    });
    expect(Math.max(...answered(played, 'baseline'))).toBeLessThan(5);
    expect(answered(played, 'pattern').filter((atS) => atS > 12)).toHaveLength(22);
  });

  it('draws the difference: questions of nobody, and positions in queues', async () => {
    const played = await trace();
    for (const series of ['questions of nobody', 'positions in queues']) {
      const bad = chart(played, 'baseline', series).map(({ value }) => value);
      const good = chart(played, 'pattern', series).map(({ value }) => value);
      expect(Math.max(...bad)).toBeGreaterThan(8);
      expect(Math.max(...good)).toBe(0);
    }
  });

  it.each(knobs)('runs with $env at both ends, within the time axis', async ({ env, min, max }) => {
    for (const value of [min, max]) {
      const played = await trace({ [env]: value });
      for (const row of Object.values(table(played))) expect(row).not.toContain(NaN);
      const ends = played.events.map((event) => (event.kind === 'call' ? event.endMs : 0));
      // A shopper of second 27.6 may wait for six.
      expect(Math.max(...ends)).toBeLessThanOrEqual(34_000);
      expect(table(played)).toMatchObject({
        missed: [expect.any(Number), 0],
        twice: [0, 0],
      });
    }
  });
});

/** What the page says about each experiment, by its setting. */
const claims: Claims<Traced> = {
  'TRIES=1': (played) => {
    expect(table(played)).toMatchObject({ planned: [17, 30], inVain: [8, 8] });
    return `${table(played).planned[0]}`;
  },
  'SLOW_S=1': (played) => {
    expect(table(played)).toMatchObject({ planned: [33, 40], forNobody: [29, 0] });
    expect(29 / 49).toBeGreaterThan(0.5);
    return 'More than half as much';
  },
  'DEADLINE_S=6': (played) => {
    const [without, with_] = table(played).planned;
    expect([without, with_]).toEqual([32, 39]);
    expect(table(played).forNobody).toEqual([26, 0]);
    return without - 7 > with_ - 31 ? 'Without deadlines' : 'With deadlines';
  },
  'DEADLINE_S=1': (played) => {
    expect(table(played)).toMatchObject({ planned: [7, 28] });
    expect(table(played).planned[1]).toBe(31 - 3);
    return undefined;
  },
  'CUTS=5': (played) => {
    expect(table(played)).toMatchObject({ missed: [13, 0], twice: [0, 0] });
    return undefined;
  },
  'KEPT=1': (played) => {
    expect(played.stdout).toContain('a token is too old: whole list');
    expect(table(played)).toMatchObject({ missed: [4, 0], twice: [0, 0], lists: [0, 3] });
    return table(played).lists[1] === 1 + 2 ? 'Two whole lists more' : 'Stops that are missed';
  },
};

describe('an experiment', { timeout: 120_000 }, () => {
  answersExperiments(example, trace, claims);
});

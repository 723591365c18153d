import { describe, expect, it } from 'vitest';
import { answersExperiments, keepsItsWord, playedExample, tableOf } from './play-example.ts';
import type { Claims, Traced } from './play-example.ts';

const example = playedExample('resilience-and-fault-tolerance/health-checks');
const { knobs, trace } = example;

/** The table: for each row the number with one answer and the number with three. */
const table = ({ stdout }: Traced) =>
  tableOf(stdout, {
    catalogue: 'catalogue failed',
    orders: 'orders failed',
    restarts: 'restarts',
  });

type Run = 'baseline' | 'pattern';

/** Seconds at which a pod begins to be in this state. */
function secondsOf({ events }: Traced, run: Run, state: string): readonly number[] {
  return events.flatMap((event) =>
    event.kind === 'state' && event.run === run && event.state === state ? [event.atMs / 1000] : [],
  );
}

/** Seconds at which calls of a lane failed. */
function failuresOf({ events }: Traced, run: Run, lane: string): readonly number[] {
  return events.flatMap((event) =>
    event.kind === 'call' && event.run === run && event.to === lane && event.outcome !== 'answered'
      ? [event.startMs / 1000]
      : [],
  );
}

describe('the example of health checks', { timeout: 60_000 }, () => {
  keepsItsWord(example);

  it('restarts all pods with one answer, and only the stuck one with three', async () => {
    const played = await trace();
    expect(table(played)).toEqual({ catalogue: [14, 3], orders: [17, 11], restarts: [6, 1] });
    expect(played.stdout.match(/pod \d: restart/g)).toHaveLength(7);
    const [, three = ''] = played.stdout.split('Three questions');
    expect(three.match(/pod \d: restart/g)).toEqual(['pod 2: restart']);
  });

  it('loses catalogue pages with three answers by the deadlock alone', async () => {
    const seconds = failuresOf(await trace(), 'pattern', 'catalogue');
    expect(seconds).toHaveLength(3);
    expect(Math.min(...seconds)).toBeGreaterThan(30);
  });

  it('loses most orders while the database is slow', async () => {
    const played = await trace();
    for (const run of ['baseline', 'pattern'] as const) {
      const seconds = failuresOf(played, run, 'orders');
      const slow = seconds.filter((at) => at >= 5 && at < 13);
      expect(slow.length / seconds.length).toBeGreaterThan(0.5);
    }
  });

  it('has a pod back two seconds after its restart', async () => {
    const played = await trace();
    expect(played.stdout).toContain(' 35.90  pod 2: restart 1');
    expect(secondsOf(played, 'pattern', 'serving').at(-1)).toBeCloseTo(37.9, 1);
  });

  it.each(knobs)('runs with $env at both ends, for the whole time', async ({ env, min, max }) => {
    for (const value of [min, max]) {
      const played = await trace({ [env]: value });
      for (const row of Object.values(table(played))) expect(row).not.toContain(NaN);
      const calls = played.events.filter(({ kind }) => kind === 'call');
      expect(calls).toHaveLength(4 * 48);
    }
  });
});

/** What the page says about each experiment, by its setting. */
const claims: Claims<Traced> = {
  'SLOW_S=12': (played) => {
    expect(table(played)).toMatchObject({ catalogue: [32, 3] });
    const back = secondsOf(played, 'baseline', 'serving').filter((at) => at > 5);
    expect(Math.min(...back)).toBeCloseTo(30.9, 1);
    expect(Math.min(...back) - 17).toBeGreaterThan(13);
    return 'Over 13 s after it is quick';
  },
  'PANIC_PCT=0': (played) => {
    expect(table(played)).toMatchObject({ catalogue: [14, 10], restarts: [6, 1] });
    expect(played.stdout.split('Three questions')[1]).toContain('catalogue: no pod to ask');
    return 'The catalogue too';
  },
  'DEEP_READINESS=0': (played) => {
    expect(table(played)).toMatchObject({ orders: [17, 13], catalogue: [14, 3] });
    expect(secondsOf(played, 'pattern', 'not ready')).toEqual([]);
    return `${table(played).orders[1] - 11}`;
  },
  'PERIOD_S=5': (played) => {
    expect(table(played)).toMatchObject({ restarts: [0, 0], catalogue: [4, 4] });
    return 'None';
  },
  'FAILURES=1': (played) => {
    expect(table(played)).toMatchObject({ catalogue: [30, 2], restarts: [9, 1] });
    const down = secondsOf(played, 'baseline', 'down');
    expect(down[0]).toBeCloseTo(5.9, 1);
    expect(down.filter((at) => at > 15.8 && at < 16.6)).toHaveLength(4);
    return 'Good for three, bad for one';
  },
  'STUCK_S=0.5 FAILURES=1': (played) => {
    expect(table(played)).toMatchObject({ restarts: [9, 4], catalogue: [29, 9] });
    const down = secondsOf(played, 'pattern', 'down');
    expect(down.filter((at) => at < 13)).toHaveLength(3);
  },
};

describe('an experiment', { timeout: 60_000 }, () => {
  answersExperiments(example, trace, claims);
});

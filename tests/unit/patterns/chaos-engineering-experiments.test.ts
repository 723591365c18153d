import { describe, expect, it } from 'vitest';
import { answersExperiments, keepsItsWord, playedExample, tableOf } from './play-example.ts';
import type { Claims } from './play-example.ts';

const example = playedExample('resilience-and-fault-tolerance/chaos-engineering');
const { knobs, play } = example;

/** The table: for each row the number for everybody and the number of the guarded experiment. */
const table = (stdout: string) =>
  tableOf(stdout, {
    hurt: 'customers hurt',
    faultS: 'seconds of fault',
    wrong: 'wrong verdicts',
    none: 'no verdict',
    tookS: 'second verdict',
  });

/** What the guarded run tells. */
const guarded = (stdout: string): string =>
  stdout.slice(stdout.indexOf('Guarded, beside a control group'));

/** Verdicts of the guarded run, with the second in which they fell. */
const verdicts = (stdout: string): readonly (readonly [number, string])[] =>
  [...guarded(stdout).matchAll(/^ *([\d.]+) +verdict: (.*)$/gm)].map(
    ([, at, verdict]) => [Number(at), verdict ?? ''] as const,
  );

describe('the chaos engineering example', { timeout: 60_000 }, () => {
  keepsItsWord(example);

  it('shows whom a fault without a control hurts, and what it gets wrong', async () => {
    const stdout = await play();
    expect(table(stdout)).toEqual({
      hurt: [373, 15],
      faultS: [20, 21],
      wrong: [1, 0],
      none: [0, 0],
      tookS: [11, 18],
    });
    expect(verdicts(stdout)).toEqual([
      [11, 'broken'],
      [48, 'held'],
    ]);
  });

  it('has the fault gone at the second of each verdict', async () => {
    const stdout = guarded(await play());
    const gone = [...stdout.matchAll(/^ *([\d.]+) +fault: gone$/gm)].map(([, at]) => Number(at));
    expect(gone).toEqual([11, 48]);
  });

  it.each(knobs)('runs with $env at both ends of its range', async ({ env, min, max }) => {
    for (const value of [min, max]) {
      const rows = table(await play({ [env]: value }));
      for (const row of Object.values(rows)) expect(row).not.toContain(NaN);
      const { wrong, none } = rows;
      for (const at of [0, 1] as const) expect(wrong[at] + none[at]).toBeLessThanOrEqual(2);
    }
  });
});

/** What the page says about each experiment, by its setting. */
const claims: Claims<string> = {
  'FAULT=2': (stdout) => {
    expect(table(stdout).hurt).toEqual([0, 0]);
    expect(stdout.match(/19\.00 {2}verdict: held/g)).toHaveLength(1);
    expect(verdicts(stdout)[0]?.[1]).toBe('held');
    expect(stdout).not.toContain('fix:');
    return 'Neither';
  },
  'RUNNER_DIES_S=2': (stdout) => {
    expect(table(stdout).hurt).toEqual([950, 19]);
    expect(stdout).toContain(' 24.00  fault: found by hand');
    expect(guarded(stdout)).toContain(' 10.00  runner: dies\n 12.00  fault: gone');
  },
  'SHARE_PCT=40': (stdout) => {
    expect(table(stdout).hurt[1]).toBe(30);
    expect(table(stdout).tookS[1]).toBe(6);
    const [first] = verdicts(stdout);
    expect(first?.[1]).toBe('broken');
    const soonerS = 11 - (first?.[0] ?? NaN);
    return soonerS === 1 ? '1 s sooner' : soonerS === 0 ? 'No sooner' : 'Four times as soon';
  },
  'SHARE_PCT=2': (stdout) => {
    expect(table(stdout).hurt[1]).toBe(9);
    expect(stdout).toContain('2/19 bad, control 0/12');
    const [first, second] = verdicts(stdout);
    expect([first, second?.[1]]).toEqual([[18, 'broken'], 'too few']);
    return 'Broken later, then too few';
  },
  'DELAY_S=0.8': (stdout) => {
    expect(guarded(stdout)).toContain('6/74 bad, control 1/62');
    expect(verdicts(stdout).map(([, verdict]) => verdict)).toEqual(['held', 'held']);
    expect(table(stdout).wrong[1]).toBe(2);
    return 'No';
  },
  'BAD_HOUR_PCT=40': (stdout) => {
    expect(table(stdout).tookS[1]).toBe(6);
    const second = verdicts(stdout)[1]?.[1] ?? '';
    return second === 'bad day' ? 'Bad day' : second;
  },
};

describe('an experiment', { timeout: 60_000 }, () => {
  answersExperiments(example, play, claims);
});

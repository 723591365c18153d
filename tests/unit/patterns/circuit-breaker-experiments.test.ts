import { describe, expect, it } from 'vitest';
import { answersExperiments, keepsItsWord, playedExample, tableOf } from './play-example.ts';
import type { Claims } from './play-example.ts';

const example = playedExample('resilience-and-fault-tolerance/circuit-breaker');
const { knobs, play } = example;

const rows = {
  catalogueFailed: 'catalogue failed',
  checkoutFailed: 'checkout failed',
  fallback: 'checkout by fallback',
  paid: 'checkout paid at once',
};

/** The table: for each row the number without the breaker and the number with it. */
const table = (stdout: string) => tableOf(stdout, rows);

/** Seconds at which the breaker opens. */
function openings(stdout: string): number[] {
  return [...stdout.matchAll(/^ *([\d.]+) +breaker: .* -> open$/gm)].map(([, at]) => Number(at));
}

describe('the circuit breaker example', { timeout: 30_000 }, () => {
  keepsItsWord(example);

  it('shows what a breaker saves and what it costs', async () => {
    const stdout = await play();
    expect(table(stdout)).toEqual({
      catalogueFailed: [13, 2],
      checkoutFailed: [20, 7],
      fallback: [0, 19],
      paid: [30, 24],
    });
    expect(openings(stdout)).toEqual([9.76, 16.96]);
    expect(stdout).toContain(' 22.55  breaker: half-open -> closed');
  });

  it.each(knobs)('runs with $env at both ends of its range', async ({ env, min, max }) => {
    for (const value of [min, max]) {
      const figures = table(await play({ [env]: value }));
      const served = [0, 1].map((column) => orders(figures, column));
      expect(served).toEqual([50, 50]);
    }
  });
});

/** Orders in one column: each ends in exactly one row. */
function orders(figures: ReturnType<typeof table>, column: number): number {
  const { checkoutFailed, fallback, paid } = figures;
  return [checkoutFailed, fallback, paid].reduce((sum, row) => sum + (row[column] ?? NaN), 0);
}

/** What the page says about each experiment, by its setting. */
const claims: Claims<string> = {
  'CALL_TIMEOUT_S=1': (stdout) => {
    expect(stdout).not.toContain('all 4 threads held');
    expect(table(stdout)).toMatchObject({ catalogueFailed: [0, 0], checkoutFailed: [20, 6] });
    expect(table(stdout)).toMatchObject({ fallback: [0, 16], paid: [30, 28] });
    const { catalogueFailed, checkoutFailed } = table(stdout);
    if (catalogueFailed[0] > catalogueFailed[1]) return 'Yes, for the threads';
    return checkoutFailed[0] > checkoutFailed[1] ? 'Yes, for the buyers' : 'No';
  },
  'THREADS=16': (stdout) => {
    expect(table(stdout)).toMatchObject({ catalogueFailed: [0, 0], checkoutFailed: [20, 7] });
    expect(stdout).not.toContain('all 16 threads held');
  },
  'MINIMUM_CALLS=10': (stdout) => {
    expect(openings(stdout)).toEqual([19.46]);
    expect(table(stdout)).toMatchObject({ catalogueFailed: [13, 13], checkoutFailed: [20, 20] });
    expect(table(stdout)).toMatchObject({ fallback: [0, 7], paid: [30, 23] });
    const [at = Infinity] = openings(stdout);
    return at === Infinity ? 'Never' : at < 18 ? 'In the outage' : 'After the outage';
  },
  'FAILURE_RATE_PCT=100': (stdout) => {
    expect(openings(stdout)[0]).toBe(10.95);
    expect(table(stdout)).toMatchObject({ catalogueFailed: [13, 4], checkoutFailed: [20, 9] });
    const [at = Infinity] = openings(stdout);
    const laterS = Math.round(at - 9.76);
    return laterS === 0 ? 'Not at all' : laterS === 1 ? 'About a second' : 'It never opens';
  },
  'OPEN_S=1': (stdout) => {
    expect(openings(stdout)).toHaveLength(3);
    expect(table(stdout)).toMatchObject({ checkoutFailed: [20, 8], paid: [30, 28] });
  },
  'OUTAGE_S=3': (stdout) => {
    expect(openings(stdout)).toEqual([10.36]);
    expect(table(stdout)).toMatchObject({ catalogueFailed: [1, 1], checkoutFailed: [5, 5] });
    expect(table(stdout)).toMatchObject({ fallback: [0, 6], paid: [45, 39] });
    const { catalogueFailed, checkoutFailed } = table(stdout);
    const isBetter =
      catalogueFailed[1] < catalogueFailed[0] || checkoutFailed[1] < checkoutFailed[0];
    return isBetter ? 'Yes' : 'No';
  },
};

describe('an experiment', () => {
  answersExperiments(example, play, claims);
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answersExperiments, keepsItsWord, playedExample, tableOf } from './play-example.ts';
import type { Claims } from './play-example.ts';

const example = playedExample('resilience-and-fault-tolerance/bulkhead-pattern');
const { knobs, play } = example;

const rows = {
  checkoutFailed: 'checkout failed',
  productFailed: 'product failed',
  bare: 'without reviews',
  full: 'with reviews',
};

/** The table: for each row the number without the bulkhead and the number with it. */
const table = (stdout: string) => tableOf(stdout, rows);

describe('the bulkhead example', { timeout: 30_000 }, () => {
  keepsItsWord(example);

  it('shows what a bulkhead saves and what it costs', async () => {
    const stdout = await play();
    expect(table(stdout)).toEqual({
      checkoutFailed: [11, 0],
      productFailed: [12, 0],
      bare: [2, 27],
      full: [46, 33],
    });
    expect(stdout.match(/all 5 threads held/g)).toHaveLength(1);
  });

  it.each(knobs)('runs with $env at both ends of its range', async ({ env, min, max }) => {
    for (const value of [min, max]) {
      const { productFailed, bare, full } = table(await play({ [env]: value }));
      const shown = [0, 1].map((column) =>
        [productFailed, bare, full].reduce((sum, row) => sum + (row[column] ?? NaN), 0),
      );
      expect(shown).toEqual([60, 60]);
    }
  });
});

/** What the page says about each experiment, by its setting. */
const claims: Claims<string> = {
  'QUEUE=3 MAX_WAIT_S=5': (stdout) => {
    expect(table(stdout).checkoutFailed).toEqual([11, 15]);
    const [without, withIt] = table(stdout).checkoutFailed;
    if (withIt === 0) return 'None, as before';
    return withIt < without
      ? 'Some, fewer than without a bulkhead'
      : 'More than without a bulkhead';
  },
  'LIMIT=5': async (stdout) => {
    for (const [without, withIt] of Object.values(table(stdout))) expect(withIt).toBe(without);
    expect(table(stdout).checkoutFailed).toEqual([11, 11]);
    expect(table(await play({ LIMIT: 4 })).checkoutFailed).toEqual([11, 0]);
  },
  'SLOW_S=0.1 LIMIT=1': async (stdout) => {
    expect(table(stdout)).toMatchObject({ bare: [0, 9], full: [60, 51] });
    expect(table(await play({ SLOW_S: 0.1 })).bare).toEqual([0, 1]);
    const [, bare] = table(stdout).bare;
    return bare === 0 ? 'None' : bare <= 5 ? '1 to 5' : '6 or more';
  },
  'CALL_TIMEOUT_S=1': (stdout) => {
    expect(table(stdout)).toMatchObject({ checkoutFailed: [0, 0], productFailed: [0, 0] });
    expect(table(stdout).bare).toEqual([21, 27]);
    return table(stdout).checkoutFailed[0] > 0 ? 'Yes' : 'No';
  },
  'SLOW_S=1': (stdout) => {
    expect(table(stdout)).toMatchObject({ checkoutFailed: [0, 0], productFailed: [0, 0] });
    expect(table(stdout).bare).toEqual([0, 10]);
    const { checkoutFailed, productFailed, full } = table(stdout);
    const good = [0, 1].map(
      (column) =>
        (full[column] ?? NaN) - (checkoutFailed[column] ?? NaN) - (productFailed[column] ?? NaN),
    );
    const [without = NaN, withIt = NaN] = good;
    if (without === withIt) return 'No difference';
    return withIt > without ? 'With the bulkhead' : 'Without it';
  },
  'THREADS=16': async (stdout) => {
    expect(table(stdout)).toMatchObject({ checkoutFailed: [0, 0], full: [55, 33] });
    expect(table(await play({ THREADS: 16, LIMIT: 12 })).full).toEqual([55, 54]);
  },
};

describe('an experiment', () => {
  answersExperiments(example, play, claims);
});

/** Erlang B: the share of calls that find all places taken, by B₀ = 1, Bₙ = a·Bₙ₋₁ ÷ (n + a·Bₙ₋₁). */
function refusedPct(places: number, busy: number): number {
  let blocked = 1;
  for (let n = 1; n <= places; n += 1) blocked = (busy * blocked) / (n + busy * blocked);
  return blocked * 100;
}

describe('what the page says of refusals by chance', () => {
  const page = readFileSync(
    'patterns/resilience-and-fault-tolerance/bulkhead-pattern/index.mdx',
    'utf8',
  );

  it.each([
    [20, 12, '1', 'refuse 1 % of calls with 20 shared places'],
    [7, 4, '6.3', 'With three walls of 7 it is 6.3 %'],
    [10, 4, '0.5', 'it takes 10 each for 0.5 %'],
    [8, 3, '0.8', '8 places for 3 busy refuse 0.8 %'],
    [10, 3, '0.08', '10 refuse 0.08 %'],
  ])('%d places for %d busy: %s %%', (places, busy, percent, sentence) => {
    expect(page).toContain(sentence);
    const decimals = percent.split('.')[1]?.length ?? 0;
    expect(refusedPct(places, busy).toFixed(decimals)).toBe(percent);
  });
});

import { describe, expect, it } from 'vitest';
import { answersExperiments, keepsItsWord, playedExample, tableOf } from './play-example.ts';
import type { Claims } from './play-example.ts';

const example = playedExample('api-design-and-patterns/graphql-apis');
const { knobs, play } = example;

/** The table: for each row the number without loaders and the number with them. */
const table = (stdout: string) =>
  tableOf(stdout, {
    screen: 'queries a screen',
    crawler: 'crawler queries',
    window: 'window queries',
    queries: 'queries in all',
    screenMs: 'slower screen',
    shown: 'orders shown',
    leaked: 'addresses leaked',
    listeners: 'listeners left',
    refused: 'requests refused',
  });

/** How many queries somebody's request took: without loaders, and with them. */
const queriesOf = (stdout: string, who: string) =>
  [...stdout.matchAll(new RegExp(`${who}: queries (\\d+)`, 'g'))].map(([, sent]) => Number(sent));

describe('the example of GraphQL APIs', { timeout: 60_000 }, () => {
  keepsItsWord(example);

  it('sends one query for each level in place of one for each object', async () => {
    const stdout = await play();
    expect(queriesOf(stdout, 'Ann')).toEqual([1 + 2 * 8 + 8 * 3, 4]);
    expect(table(stdout)).toEqual({
      screen: [41, 4],
      crawler: [49, 0],
      window: [10, 1],
      queries: [144, 12],
      screenMs: [116, 35],
      shown: [16, 16],
      leaked: [0, 0],
      listeners: [1, 0],
      refused: [0, 1],
    });
  });

  it.each(knobs)('runs with $env at both ends, within its time', async ({ env, min, max }) => {
    for (const value of [min, max]) {
      const stdout = await play({ [env]: value });
      for (const row of Object.values(table(stdout))) expect(row).not.toContain(NaN);
      const seconds = [...stdout.matchAll(/^ +([\d.]+) {2}/gm)].map(([, at]) => Number(at));
      expect(Math.max(...seconds)).toBeLessThan(1.2);
    }
  });
});

/** What the page says about each experiment, by its setting. */
const claims: Claims<string> = {
  'ITEMS=8': (stdout) => {
    const [naive, loaders] = queriesOf(stdout, 'Ann');
    expect(naive).toBe(81);
    expect(table(stdout)).toMatchObject({ screenMs: [219, 39] });
    return loaders === 4 ? '4, as before' : `${loaders}`;
  },
  'SHARED_LOADERS=1': (stdout) => {
    expect(queriesOf(stdout, 'Ben')).toEqual([41, 1]);
    expect(stdout).toContain('Ben sees 2 of others');
    return table(stdout).leaked[1] > 0 ? 'Ben sees what only Ann may' : 'Stale rows only';
  },
  'STOCK_NON_NULL=1': (stdout) => {
    expect(queriesOf(stdout, 'Ann')).toEqual([18, 4]);
    expect(table(stdout)).toMatchObject({ queries: [144, 12] });
    return table(stdout).shown[1] === 0 ? 'None' : `${table(stdout).shown[1] / 2}`;
  },
  'MAX_COST=2000': (stdout) => {
    const [naive, loaders] = queriesOf(stdout, 'crawler');
    expect(naive).toBe(49);
    expect(table(stdout)).toMatchObject({ refused: [0, 0] });
    return `${loaders}`;
  },
  'POOL=16': (stdout) => {
    expect(table(stdout)).toMatchObject({ screenMs: [42, 35], queries: [144, 12] });
  },
  'MAX_COST=50': (stdout) => {
    expect(stdout).toContain('Ann: cost 64, limit 50');
    expect(table(stdout)).toMatchObject({ shown: [16, 0] });
    return table(stdout).refused[1] === 3 ? 'The clerks as well' : 'The crawler only';
  },
};

describe('an experiment', { timeout: 60_000 }, () => {
  answersExperiments(example, play, claims);
});

import { describe, expect, it } from 'vitest';
import { answersExperiments, keepsItsWord, playedExample, tableOf } from './play-example.ts';
import type { Claims } from './play-example.ts';
import { sharesDatabase } from './shared-database.ts';

const example = playedExample('resilience-and-fault-tolerance/idempotency');
const { knobs, play } = example;

/** The table: for each row the number of who looks first, and of who claims. */
const table = (stdout: string) =>
  tableOf(stdout, {
    paid: 'paid',
    charged: 'extra charges',
    ordered: 'extra orders',
    wrong: 'wrong answers',
    busy: 'told to wait',
    statements: 'SQL statements',
    slowest: 'slowest, in s',
  });

/** What is told in the second run. */
const storyOf = (stdout: string): string => stdout.split('\n\n')[1] ?? '';

sharesDatabase();

describe('the example of idempotency', { timeout: 240_000 }, () => {
  keepsItsWord(example);

  it('charges twice where the key is looked up first, and never where it is claimed', async () => {
    expect(table(await play())).toEqual({
      paid: [20, 21],
      charged: [8, 0],
      ordered: [7, 0],
      wrong: [1, 0],
      busy: [0, 6],
      statements: [104, 120],
      slowest: [4.9, 6.8],
    });
  });

  it.each(knobs)('runs with $env at both ends, and charges nobody twice', async (knob) => {
    for (const value of [knob.min, knob.max]) {
      const { charged, ...rows } = table(await play({ [knob.env]: value }));
      expect(charged[1]).toBe(knob.env === 'PROVIDER_KEY' && value === 0 ? 1 : 0);
      expect(charged[0]).toBeGreaterThan(2);
      expect(rows.paid).toEqual([20, 21]);
      for (const row of Object.values(rows)) expect(row).not.toContain(NaN);
    }
  });
});

/** What the page says about each experiment, by its setting. */
const claims: Claims<string> = {
  'LOST_PCT=0 SLOW_S=0 CRASH_S=0': (stdout) => {
    const { charged } = table(stdout);
    expect(stdout.match(/charged again/g)).toHaveLength(3);
    for (const n of [3, 9, 17]) expect(stdout).toContain(`purchase ${n} charged again`);
    expect(charged[1]).toBe(0);
    return `${charged[0]}`;
  },
  'TIMEOUT_S=6': (stdout) => {
    for (const n of [3, 9, 14, 17]) expect(stdout).toContain(`purchase ${n} charged again`);
    return `No, ${table(stdout).charged[0]} extra charges`;
  },
  'PROVIDER_KEY=0': (stdout) => {
    expect(storyOf(stdout)).toContain('purchase 14 charged again');
    expect(table(stdout).ordered[1]).toBe(0);
    return `${table(stdout).charged[1]}`;
  },
  'LEASE_S=1': async (stdout) => {
    expect(table(stdout)).toMatchObject({
      charged: [8, 0],
      ordered: [7, 0],
      statements: [104, 159],
    });
    expect(table(await play()).statements).toEqual([104, 120]);
    return 'Work is wasted, no more';
  },
  'LEASE_S=1 PROVIDER_KEY=0': (stdout) => {
    const { charged, ordered } = table(stdout);
    expect([charged, ordered]).toEqual([
      [8, 8],
      [7, 0],
    ]);
    return '8 extra charges, no extra order';
  },
  'LEASE_S=15': async (stdout) => {
    expect(table(stdout)).toMatchObject({ charged: [8, 0], slowest: [4.9, 22.4] });
    expect(table(await play()).slowest).toEqual([4.9, 6.8]);
  },
  'KEEP_S=10': async (stdout) => {
    expect(table(stdout)).toMatchObject({ charged: [9, 0], ordered: [8, 1] });
    const untold = table(await play({ KEEP_S: 10, PROVIDER_KEY: 0 }));
    expect(untold).toMatchObject({ charged: [9, 2], ordered: [8, 1] });
    return 'A second order for one charge';
  },
};

describe('an experiment', { timeout: 240_000 }, () => {
  answersExperiments(example, play, claims);
});

import { describe, expect, it } from 'vitest';
import { answersExperiments, keepsItsWord, playedExample, tableOf } from './play-example.ts';
import type { Claims } from './play-example.ts';

const example = playedExample('resilience-and-fault-tolerance/backpressure');
const { knobs, play } = example;

const rows = {
  useful: 'useful answers',
  timedOut: 'timed out',
  refused: 'refused',
  inVain: 'done for nobody',
  longest: 'longest line',
  importedAt: 'import done at',
};

/** The table: for each row the number of the open door and that of the pattern. */
const table = (stdout: string) => tableOf(stdout, rows);

describe('the backpressure example', { timeout: 30_000 }, () => {
  keepsItsWord(example);

  it('shows what a short line saves and what it costs', async () => {
    const stdout = await play();
    expect(table(stdout)).toEqual({
      useful: [48, 90],
      timedOut: [70, 0],
      refused: [0, 28],
      inVain: [70, 0],
      longest: [31, 4],
      importedAt: [4.6, 11.4],
    });
    const [open = '', guarded = ''] = stdout.split('\n\n');
    expect(open).toContain(' 26.00  useful again, after 10 s');
    expect(guarded).not.toContain('no useful answer');
  });

  it.each(knobs)('runs with $env at both ends, in time', async ({ env, min, max }) => {
    for (const value of [min, max]) {
      const { useful, importedAt, timedOut, refused } = table(await play({ [env]: value }));
      for (const column of [0, 1] as const) {
        expect(importedAt[column]).toBeGreaterThan(1);
        expect(importedAt[column]).toBeLessThanOrEqual(30);
        expect(useful[column]).toBeGreaterThan(0);
      }
      if (env === 'TRIES') continue;
      const asked = [0, 1].map((column) =>
        [useful, timedOut, refused].reduce((sum, row) => sum + (row[column] ?? NaN), 0),
      );
      expect(asked[0]).toBe(asked[1]);
    }
  });
});

/** What the page says about each experiment, by its setting. */
const claims: Claims<string> = {
  'TRIES=2': async (stdout) => {
    expect(table(stdout).useful).toEqual([3, 95]);
    expect(stdout.split('\n\n')[0]).not.toContain('useful again');
    expect(table(await play({ TRIES: 2, BURST: 1 })).useful[0]).toBe(3);
    const [open] = table(stdout).useful;
    if (open < 5) return 'Next to none';
    return open > 52 ? 'More than 48' : 'About 48';
  },
  'NEWEST_FIRST=1': (stdout) => {
    const { useful, timedOut, importedAt } = table(stdout);
    expect([useful[0], timedOut[0], importedAt[0]]).toEqual([90, 28, 10.4]);
    const times = table(stdout).useful[0] / 48;
    if (times > 1.7) return 'Almost twice as many';
    return times < 0.9 ? 'Fewer useful answers' : 'About as many';
  },
  'QUEUE=200': (stdout) => {
    const { useful, timedOut, refused, inVain, longest } = table(stdout);
    expect(useful).toEqual([48, 90]);
    expect(timedOut[1] + refused[1]).toBe(28);
    expect([inVain[1], longest[1]]).toEqual([0, 22]);
    expect(stdout).toContain('users: too late');
    expect(stdout).not.toContain('users: line is full');
    const [without, bounded] = table(stdout).useful;
    if (bounded <= without) return 'As many as without anything';
    return bounded >= 90 ? 'As many as with the bound' : 'Somewhere between';
  },
  'PATIENCE_S=6': async (stdout) => {
    expect(table(stdout).useful).toEqual([96, 77]);
    expect(table(await play({ PATIENCE_S: 6, QUEUE: 28 })).useful[1]).toBe(101);
    const [without, withIt] = table(stdout).useful;
    return withIt > without ? 'Yes' : 'No';
  },
  'QUEUE=0': (stdout) => {
    expect(table(stdout).useful[1]).toBe(63);
  },
  'WINDOW=16 QUEUE=20': async (stdout) => {
    const { useful, timedOut, importedAt } = table(stdout);
    expect([useful[1], timedOut[1], importedAt[1]]).toEqual([83, 12, 4.6]);
    const held = table(await play({ WINDOW: 1, QUEUE: 20 }));
    expect([held.useful[1], held.timedOut[1]]).toEqual([90, 5]);
  },
  'WORKERS=4': (stdout) => {
    expect(table(stdout)).toMatchObject({ useful: [118, 111], refused: [0, 7] });
    const [without, withIt] = table(stdout).useful;
    return withIt > without ? 'Yes' : 'No';
  },
};

describe('an experiment', () => {
  answersExperiments(example, play, claims);
});

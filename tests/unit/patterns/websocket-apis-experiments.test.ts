import { describe, expect, it } from 'vitest';
import { answersExperiments, keepsItsWord, playedExample, tableOf } from './play-example.ts';
import type { Claims } from './play-example.ts';

const example = playedExample('api-design-and-patterns/websocket-apis');
const { knobs, play } = example;

const rows = {
  neverShown: 'never shown',
  otherNode: 'at the other node',
  unseen: 'seen by nobody',
  ghostS: 'ghost, in s',
  mostWaiting: 'most waiting, in B',
  mostInASecond: 'most in 1 s',
  refused: 'refused',
  takenForGone: 'taken for gone',
  late: 'shown late',
  again: 'sent again',
  rooms: 'whole rooms',
};

/** The table: for each row the number of the plain side and that of the resumable one. */
const table = (stdout: string) => tableOf(stdout, rows);

/** What the story of the pattern tells. */
const pattern = (stdout: string): string => stdout.split('Beats, a log')[1] ?? '';

describe('the example of WebSocket APIs', { timeout: 60_000 }, () => {
  keepsItsWord(example);

  it('loses nothing over two nodes, a dead connection, a slow line and a deploy', async () => {
    const stdout = await play();
    expect(table(stdout)).toEqual({
      neverShown: [1591, 0],
      otherNode: [1379, 0],
      unseen: [10, 0],
      ghostS: [16, 6],
      mostWaiting: [1066, 294],
      mostInASecond: [11, 6],
      refused: [7, 0],
      takenForGone: [0, 1],
      late: [20, 253],
      again: [0, 1],
      rooms: [0, 0],
    });
    expect(pattern(stdout)).toContain('Ann is taken for gone');
    expect(stdout).toMatch(/^page of another site +403$/m);
  });

  it.each(knobs)('runs with $env at both ends, and loses nothing', async ({ env, min, max }) => {
    for (const value of [min, max]) {
      const figures = table(await play({ [env]: value }));
      for (const row of Object.values(figures)) expect(row).not.toContain(NaN);
      expect(figures.neverShown).toEqual([1591, 0]);
    }
  });
});

/** What the page says about each experiment, by its setting. */
const claims: Claims<string> = {
  'HINTS_LOST_PCT=100': (stdout) => {
    expect(table(stdout)).toMatchObject({ late: [20, 364], otherNode: [1379, 0] });
    return table(stdout).otherNode[1] === 0 ? 'None' : 'About half';
  },
  'BUFFER_B=2000': (stdout) => {
    expect(table(stdout)).toMatchObject({ mostWaiting: [1066, 3294], takenForGone: [0, 2] });
    expect(stdout).toContain(' 18.00  Bob is taken for gone');
    return 'He is taken for gone';
  },
  'SPREAD_S=0': (stdout) => {
    expect(table(stdout)).toMatchObject({
      refused: [7, 0],
      mostInASecond: [11, 8],
      late: [20, 115],
    });
    return table(stdout).refused[1] === 0 ? 'None' : `${table(stdout).refused[1]}`;
  },
  'SPREAD_S=0 CRASH=1': (stdout) => {
    expect(table(stdout)).toMatchObject({ mostInASecond: [11, 27], neverShown: [1591, 0] });
    expect(pattern(stdout)).toContain('the door refuses');
    return `${table(stdout).refused[1]}`;
  },
  'KEEP=20': (stdout) => {
    expect(table(stdout)).toMatchObject({ rooms: [0, 2], takenForGone: [0, 1] });
    expect(pattern(stdout).match(/\w+ loads the whole room/g)).toEqual([
      'Ann loads the whole room',
      'Bob loads the whole room',
    ]);
  },
  'BEAT_S=0.5': (stdout) => {
    expect(table(stdout)).toMatchObject({ ghostS: [16, 2], takenForGone: [0, 3], refused: [7, 0] });
    return pattern(stdout).includes('Bob is taken for gone') ? 'Bob is taken for gone' : 'Nothing';
  },
};

describe('an experiment', { timeout: 60_000 }, () => {
  answersExperiments(example, play, claims);
});

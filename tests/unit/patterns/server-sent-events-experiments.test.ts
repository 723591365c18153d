import { describe, expect, it } from 'vitest';
import { answersExperiments, keepsItsWord, playedExample, tableOf } from './play-example.ts';
import type { Claims, Traced } from './play-example.ts';

const example = playedExample('api-design-and-patterns/server-sent-events');
const { knobs, play, trace } = example;

const rows = {
  neverShown: 'never shown',
  off: 'tablets off',
  connects: 'connects',
  mostInASecond: 'most in 1 s',
  mostWaiting: 'most waiting',
  late: 'sent late',
  lists: 'whole lists',
};

/** The table: for each row the number of the plain side and that of the resumable one. */
const table = (stdout: string) => tableOf(stdout, rows);

/** Seconds at which a tablet of the pattern's run asks the front door, after the morning. */
function knocks({ events }: Traced): number[] {
  return events.flatMap((event) =>
    event.kind === 'call' &&
    event.run === 'pattern' &&
    event.to === 'front door' &&
    event.startMs > 5_000
      ? [event.startMs / 1000]
      : [],
  );
}

describe('the example of server-sent events', { timeout: 60_000 }, () => {
  keepsItsWord(example);

  it('loses nothing and puts no tablet off where streams can be resumed', async () => {
    const stdout = await play();
    expect(table(stdout)).toEqual({
      neverShown: [882, 0],
      off: [14, 0],
      connects: [57, 55],
      mostInASecond: [24, 11],
      mostWaiting: [27, 3],
      late: [0, 247],
      lists: [24, 25],
    });
    expect(stdout).toContain('tablet 1: whole list anew');
  });

  it.each(knobs)('runs with $env at both ends, and loses nothing', async ({ env, min, max }) => {
    for (const value of [min, max]) {
      const figures = table(await play({ [env]: value }));
      for (const row of Object.values(figures)) expect(row).not.toContain(NaN);
      expect(figures).toMatchObject({
        neverShown: [expect.any(Number), 0],
        mostWaiting: [expect.any(Number), 3],
      });
      expect(figures.off[1]).toBe(0);
    }
  });
});

/** What the page says about each experiment, by its setting. */
const claims: Claims<string> = {
  'DOWN_S=4': (stdout) => {
    expect(stdout).toContain('off for good: 502');
    expect(table(stdout)).toMatchObject({ off: [24, 0], neverShown: [1272, 0], lists: [24, 34] });
    return `${table(stdout).off[0]}`;
  },
  'LOG_OUTLIVES=0': (stdout) => {
    expect(table(stdout)).toMatchObject({ neverShown: [882, 0], lists: [24, 49] });
    const [, lists] = table(stdout).lists;
    expect(lists - 25).toBe(24);
    return `${lists}`;
  },
  'RELOAD=1': async (stdout) => {
    expect(table(stdout)).toMatchObject({ neverShown: [768, 0], off: [14, 0], lists: [43, 25] });
    expect(table(await play()).lists[0]).toBe(43 - 19);
    return `${table(stdout).neverShown[0]}`;
  },
  'SPREAD_S=0': (stdout) => {
    const [, refused = ''] = stdout.split('Ids, replay');
    expect(refused).toContain('a tablet is refused: 503');
    expect(table(stdout)).toMatchObject({
      off: [14, 0],
      connects: [57, 91],
      mostInASecond: [24, 24],
    });
    return table(stdout).off[1] === 0 ? 'They come back' : 'They are off for good';
  },
  'BEAT_S=8': async (stdout) => {
    expect(table(stdout)).toMatchObject({ neverShown: [882, 0], connects: [57, 78] });
    const atLunch = knocks(await trace({ BEAT_S: 8 })).filter((at) => at > 29);
    expect(atLunch).toHaveLength(24);
    return table(stdout).neverShown[1] > 0 ? 'Orders are lost' : 'All reconnect, nothing is lost';
  },
  'KEEP=10': (stdout) => {
    expect(table(stdout)).toMatchObject({ neverShown: [882, 0], lists: [24, 33] });
  },
};

describe('an experiment', { timeout: 60_000 }, () => {
  answersExperiments(example, play, claims);
});

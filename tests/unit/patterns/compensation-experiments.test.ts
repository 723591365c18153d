import { describe, expect, it } from 'vitest';
import { answersExperiments, keepsItsWord, playedExample, tableOf } from './play-example.ts';
import type { Claims, Traced } from './play-example.ts';

const example = playedExample('resilience-and-fault-tolerance/compensation');
const { knobs, trace } = example;

/** The table: for each row the number of the loop and that of the log. */
const table = ({ stdout }: Traced) =>
  tableOf(stdout, {
    paid: 'paid',
    undone: 'undone',
    stock: 'stock held',
    money: 'money held',
    vans: 'vans held',
    person: 'with a person',
    slowest: 'slowest undo, in s',
    requests: 'requests',
    entries: 'log entries',
  });

type Run = 'baseline' | 'pattern';

/** The states of one order in a run, with the seconds at which they begin. */
function courseOf({ events }: Traced, run: Run, order: number): readonly [string, number][] {
  return events.flatMap((event) =>
    event.kind === 'state' && event.run === run && event.of === `order ${order}`
      ? [[event.state, event.atMs / 1000]]
      : [],
  );
}

/** How each of the eight orders ends in a run. */
const endsOf = (played: Traced, run: Run): readonly (string | undefined)[] =>
  [1, 2, 3, 4, 5, 6, 7, 8].map((order) => courseOf(played, run, order).at(-1)?.[0]);

/** Seconds of the calls of one order with this verb, in a run. */
function callsOf({ events }: Traced, run: Run, label: string): readonly number[] {
  return events.flatMap((event) =>
    event.kind === 'call' && event.run === run && event.label === label
      ? [event.startMs / 1000]
      : [],
  );
}

describe('the example of compensation', { timeout: 60_000 }, () => {
  keepsItsWord(example);

  it('leaves six orders held with the loop, and none with the log', async () => {
    const played = await trace();
    expect(endsOf(played, 'baseline')).toEqual([
      'paid',
      'undone',
      ...Array.from({ length: 6 }, () => 'held'),
    ]);
    const undone = Array.from({ length: 5 }, () => 'undone');
    expect(endsOf(played, 'pattern')).toEqual(['paid', ...undone, 'paid', 'person']);
    expect(table(played)).toEqual({
      paid: [1, 2],
      undone: [1, 5],
      stock: [4, 0],
      money: [5, 0],
      vans: [1, 0],
      person: [0, 1],
      slowest: [1.6, 10.6],
      requests: [31, 46],
      entries: [0, 78],
    });
  });

  it('counts every order once', async () => {
    for (const settings of [{}, { CAPTURE_FIRST: 1 }, { TRIES: 2 }]) {
      const { paid, undone, person } = table(await trace(settings));
      expect(paid[1] + undone[1] + person[1]).toBe(8);
    }
  });

  it.each(knobs)('runs with $env at both ends, within its time', async ({ env, min, max }) => {
    for (const value of [min, max]) {
      const played = await trace({ [env]: value });
      for (const row of Object.values(table(played))) expect(row).not.toContain(NaN);
      for (const run of ['baseline', 'pattern'] as const)
        for (const end of endsOf(played, run)) expect(['ahead', 'back']).not.toContain(end);
      const ends = played.events.map((event) => ('endMs' in event ? event.endMs : 0));
      expect(Math.max(...ends)).toBeLessThanOrEqual(48_000);
    }
  });
});

/** What the page says about each experiment, by its setting. */
const claims: Claims<Traced> = {
  'UNDO_LOOP=0': async (played) => {
    const heldStock = ({ stdout }: Traced): readonly string[] =>
      stdout.match(/order \d held: stock/g) ?? [];
    const withLoop = await trace();
    expect(table(withLoop).stock[0]).toBe(4);
    const saved = heldStock(played).filter((line) => !heldStock(withLoop).includes(line));
    expect(saved).toEqual([2, 4, 5].map((order) => `order ${order} held: stock`));
    expect(endsOf(withLoop, 'baseline').indexOf('undone')).toBe(1);
    expect(table(withLoop).undone[0]).toBe(1);
    return `${table(played).stock[0]}`;
  },
  'TOMBSTONES=0': (played) => {
    expect(table(played)).toMatchObject({ money: [5, 1], stock: [4, 0], undone: [1, 4] });
    const course = courseOf(played, 'pattern', 5);
    expect(course.map(([state]) => state)).toEqual(['ahead', 'back', 'undone', 'held']);
    const [, , [, undoneS] = [], [, heldS] = []] = course;
    expect((heldS ?? NaN) - (undoneS ?? NaN)).toBeCloseTo(1.6, 1);
    return 'Money of one order is held';
  },
  'CAPTURE_FIRST=1': (played) => {
    const ends = endsOf(played, 'pattern');
    expect(ends.flatMap((end, at) => (end === 'person' ? [at + 1] : []))).toEqual([2, 3, 6, 8]);
    return `${table(played).person[1]}`;
  },
  'TRIES=2': async (played) => {
    expect(table(played)).toMatchObject({ paid: [1, 4], requests: [31, 48] });
    expect(endsOf(played, 'pattern').slice(3, 5)).toEqual(['paid', 'paid']);
    expect(table(await trace())).toMatchObject({ paid: [1, 2], requests: [31, 46] });
  },
  'UNDO_TRIES=3': (played) => {
    expect(table(played)).toMatchObject({ person: [0, 2], stock: [4, 0], money: [5, 0] });
    expect(endsOf(played, 'pattern')[2]).toBe('person');
    expect(callsOf(played, 'pattern', 'order 3 release')).toHaveLength(1);
    const voids = callsOf(played, 'pattern', 'order 3 void');
    const back = courseOf(played, 'pattern', 3).find(([state]) => state === 'back')?.[1];
    expect(voids).toHaveLength(3);
    expect((voids.at(-1) ?? NaN) - (back ?? NaN)).toBeCloseTo(2.4, 1);
    return 'One more order with a person';
  },
  'STOCK=2': async (played) => {
    const soldOut = played.stdout.match(/order \d: sold out/g) ?? [];
    expect(soldOut).toEqual([4, 5, 7].map((order) => `order ${order}: sold out`));
    expect(table(played)).toMatchObject({ paid: [1, 1], stock: [1, 0] });
    expect(courseOf(played, 'pattern', 3).at(-1)).toEqual(['undone', expect.closeTo(21.6, 1)]);
    expect(endsOf(played, 'pattern')[5]).toBe('undone');
    expect(endsOf(await trace(), 'pattern')[6]).toBe('paid');
    return `${soldOut.length}`;
  },
  'STOCK=3': (played) => {
    const firstAndSeventh = (run: Run) => [0, 6].map((at) => endsOf(played, run)[at]);
    expect(firstAndSeventh('pattern')).toEqual(['paid', 'paid']);
    expect(firstAndSeventh('baseline')).toEqual(['paid', 'undone']);
    expect(callsOf(played, 'baseline', 'order 7 authorize')).toHaveLength(0);
    expect(played.stdout.match(/order [36] held: stock/g)).toHaveLength(2);
  },
  'HOLD_S=10': (played) => {
    expect(table(played)).toMatchObject({ stock: [0, 0], money: [0, 0], vans: [1, 0] });
    expect(table(played)).toMatchObject({ paid: [1, 2], slowest: [13.1, 10.6] });
    expect(endsOf(played, 'pattern')[6]).toBe('paid');
    expect(endsOf(played, 'baseline')[6]).toBe('held');
  },
  'HOLD_S=3': async (played) => {
    expect(table(played)).toMatchObject({ paid: [1, 1], undone: [6, 6], person: [0, 1] });
    expect(endsOf(played, 'pattern')[6]).toBe('undone');
    expect(endsOf(await trace(), 'pattern')[6]).toBe('paid');
    expect(callsOf(played, 'pattern', 'order 7 capture')).toHaveLength(1);
    expect(played.stdout).toContain('order 7: no hold');
    return 'Order 7';
  },
};

describe('an experiment', { timeout: 60_000 }, () => {
  answersExperiments(example, trace, claims);
});

import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { describe, expect, it } from 'vitest';
import { answersExperiments, keepsItsWord, playedExample, tableOf } from './play-example.ts';
import type { Claims, Traced } from './play-example.ts';

const example = playedExample('api-design-and-patterns/batch-operations');
const { knobs, trace } = example;

const rows = {
  tooOften: 'counted too often',
  unknown: 'fate not known',
  inVain: 'changes in vain',
  failed: 'checkout failed',
  slowest: 'slowest checkout, in s',
  took: 'import, in s',
  requests: 'requests for it',
};

/** The table: for each row the number in one transaction and the number in chunks. */
const table = ({ stdout }: Traced) => tableOf(stdout, rows);

describe('the example of a batch', { timeout: 60_000 }, () => {
  keepsItsWord(example);

  it('loses, doubles and hides nothing in chunks', async () => {
    const played = await trace();
    expect(table(played)).toEqual({
      tooOften: [476, 0],
      unknown: [238, 0],
      inVain: [764, 8],
      failed: [14, 0],
      slowest: [2, 0.2],
      took: [22.9, 7.2],
      requests: [7, 21],
    });
    expect(played.stdout).toContain('1: 213 done, 2 bad, 25 again');
  });

  it('counts its receipts three times in one transaction, and once in chunks', async () => {
    const { events } = await trace();
    const last = (run: string) =>
      events.findLast(
        (event) =>
          event.kind === 'value' && event.run === run && event.series === 'receipts in stock',
      );
    expect(last('baseline')).toMatchObject({ value: 3 * 238 });
    expect(last('pattern')).toMatchObject({ value: 238 });
  });

  it.each(knobs)('runs with $env at both ends, within its time', async ({ env, min, max }) => {
    for (const value of [min, max]) {
      const played = await trace({ [env]: value });
      for (const row of Object.values(table(played))) expect(row).not.toContain(NaN);
      expect(table(played).unknown[1]).toBe(0);
      const ends = played.events.map((event) => ('endMs' in event ? event.endMs : 0));
      expect(Math.max(...ends)).toBeLessThanOrEqual(30_500);
    }
  });
});

/** What the page says about each experiment, by its setting. */
const claims: Claims<Traced> = {
  'CHUNK=240': (played) => {
    expect(table(played)).toMatchObject({ tooOften: [476, 0], failed: [14, 2], took: [22.9, 6.2] });
    return 'Checkouts fail';
  },
  'CHUNK=1': async (played) => {
    expect(table(played)).toMatchObject({ took: [22.9, 11.4] });
    expect(table(await trace({ CHUNK: 1, WORKERS: 5 })).took[1]).toBe(5.7);
    const times = table(played).took[1] / table(await trace()).took[1];
    return times > 1.4 && times < 1.7 ? 'Half as long again' : `${times} times as long`;
  },
  'WORKERS=5': async (played) => {
    expect(table(played)).toMatchObject({ took: [22.9, 7.2], slowest: [2, 0.8] });
    const usual = table(await trace()).took[1];
    return table(played).took[1] === usual ? 'Not at all' : 'A little sooner';
  },
  'KEYS=0': (played) => {
    expect(table(played).tooOften).toEqual([476, 26]);
    expect(played.stdout).toContain('connection lost at commit');
    return 'About 25';
  },
  'ATOMIC=1': async (played) => {
    expect(table(played).inVain).toEqual([764, 70]);
    const whole = table(await trace({ ATOMIC: 1, CHUNK: 240 }));
    expect(whole).toMatchObject({ inVain: [764, 240], took: [22.9, 12.4], failed: [14, 4] });
    return 'About 70';
  },
  'TIMEOUT_S=20': (played) => {
    expect(table(played)).toMatchObject({ tooOften: [0, 0], unknown: [0, 0] });
    const [failed, inVain, took] = [rows.failed, rows.inVain, rows.took].map(
      (label) => tableOf(played.stdout, { label }).label[0],
    );
    expect([failed, inVain, took]).toEqual([5, 288, 12.8]);
  },
  'BAD=4': (played) => {
    expect(table(played)).toMatchObject({ tooOften: [0, 0], unknown: [237, 0] });
    expect(played.stdout).toContain('4 bad');
    return 'None';
  },
};

describe('an experiment', { timeout: 60_000 }, () => {
  answersExperiments(example, trace, claims);
});

const page = readFileSync('patterns/api-design-and-patterns/batch-operations/index.mdx', 'utf8');

describe('what the page calculates', () => {
  const passes = (share: number, items: number) => (1 - share) ** items;

  it('is the chance of a batch that is all or none', () => {
    expect(page).toContain('10 items pass 90 % of the time, 100 items 37 %, 500 items 0.7 %');
    expect(
      [10, 100, 500].map((items) => Number((passes(0.01, items) * 100).toPrecision(2))),
    ).toEqual([90, 37, 0.66]);
    expect(page).toContain('500 items pass once in 152 tries');
    expect(Math.round(1 / passes(0.01, 500))).toBe(152);
    expect(page).toContain('51 where one item in 1,000 is bad, 5 where it is one in 100');
    const most = (share: number) => Math.floor(Math.log(0.95) / Math.log(1 - share));
    expect([most(0.001), most(0.01)]).toEqual([51, 5]);
  });

  it('is what a chunk and its workers can do', () => {
    const chunk = { items: 50, overheadMs: 10, itemMs: 1 };
    const takesMs = chunk.overheadMs + chunk.items * chunk.itemMs;
    expect(page).toContain('10 ÷ (10 + 50 × 1) = 17 %');
    expect(Math.round((chunk.overheadMs / takesMs) * 100)).toBe(17);
    expect(page).toContain('2 × 60 ÷ 50 = 2.4');
    expect((2 * takesMs) / (chunk.items * chunk.itemMs)).toBeCloseTo(2.4);
    expect(page).toContain('1,667 a second, × 2.5 s ÷ 4 = 1,042');
    expect(Math.round((2 * chunk.items * 1000) / takesMs)).toBe(1667);
    expect(Math.round((((2 * chunk.items * 1000) / takesMs) * 2.5) / 4)).toBe(1042);
  });
});

describe('the SQL of the page', { timeout: 120_000 }, () => {
  const [, sql = ''] = /```sql\n(.*?)```/s.exec(page) ?? [];
  const [, lock = '', apply = ''] = sql.split(';');

  it('does each item once, and tells of each', async () => {
    const database = await PGlite.create();
    await database.exec(`
      CREATE TABLE stock (product int PRIMARY KEY, units int NOT NULL);
      CREATE TABLE receipt (id text PRIMARY KEY, product int NOT NULL);
      INSERT INTO stock VALUES (1, 0), (2, 0), (3, 0);`);
    const run = (items: Readonly<Record<string, number>>) =>
      database.transaction(async (transaction) => {
        const products = Object.values(items);
        const { rows: locked } = await transaction.query<{ product: number }>(lock, [products]);
        const { rows } = await transaction.query<{ id: string; status: number }>(apply, [
          products,
          Object.keys(items),
        ]);
        return {
          locked: locked.map(({ product }) => product),
          statuses: Object.fromEntries(rows.map(({ id, status }) => [id, status])),
        };
      });
    const first = await run({ a: 3, b: 1, c: 9, d: 3 });
    expect(first.locked).toEqual([1, 3]);
    expect(first.statuses).toEqual({ a: 201, b: 201, c: 422, d: 201 });
    const second = await run({ a: 3, b: 2, e: 3 });
    expect(second.statuses).toEqual({ a: 200, b: 422, e: 201 });
    const { rows: stock } = await database.query('SELECT * FROM stock ORDER BY product');
    expect(stock).toEqual([
      { product: 1, units: 1 },
      { product: 2, units: 0 },
      { product: 3, units: 3 },
    ]);
    await database.close();
  });
});

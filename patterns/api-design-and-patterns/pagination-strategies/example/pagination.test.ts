import { PGlite } from '@electric-sql/pglite';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Random } from '#lab';
import { CursorError, Cursors } from './cursor.ts';
import { EndlessList, type Batch } from './endless-list.ts';
import { keysetQuery, pageOf } from './keyset.ts';
import type { List, Order, Place } from './keyset.ts';
import { cursorApi, offsetApi } from './orders-api.ts';
import type { OrdersApi } from './orders-api.ts';
import { EXPLAIN, OrdersTable } from './orders-table.ts';
import {
  CREATED_AT,
  ID,
  INDEX,
  LAST_PAID,
  NEWEST,
} from './orders.ts';

let table: OrdersTable;

before(async () => {
  table = new OrdersTable(await PGlite.create());
});
after(() => table.db.close());

const SEED = { rows: 1000, ties: 10, index: true };
const SMALL = { ...SEED, rows: 200 };
const cursors = new Cursors([Buffer.alloc(32, 1)]);
const ORDERS = [NEWEST, LAST_PAID];

function api(orders: readonly Order[] = ORDERS): OrdersApi {
  return cursorApi((query) => table.find(query), cursors, orders);
}

function byOffset(): OrdersApi {
  return offsetApi((query) => table.find(query), NEWEST);
}

/** Ids of all pages, as a reader gets them who follows links. */
async function walk(
  ask: OrdersApi,
  url: string,
  meanwhile: (
    page: readonly number[],
  ) => Promise<void> = async () => {},
): Promise<number[][]> {
  const pages: number[][] = [];
  let next: string | undefined = url;
  while (next !== undefined) {
    const answer = await ask(next);
    assert.equal(answer.status, 200, answer.problem);
    pages.push(answer.rows.map(({ id }) => id));
    await meanwhile(pages.at(-1) ?? []);
    next = answer.links['next'];
  }
  return pages;
}

async function idsBy(
  sort: string,
  where = '',
): Promise<number[]> {
  const { rows } = await table.db.query<{ id: number }>(
    `SELECT id FROM orders WHERE shop = 'north' ${where}
     ORDER BY ${sort}`,
  );
  return rows.map(({ id }) => id);
}

async function planOf(
  sql: string,
  values: readonly unknown[] = [],
): Promise<string[]> {
  const { rows } = await table.db.query<{ 'QUERY PLAN': string }>(
    `${EXPLAIN}) ${sql}`,
    [...values],
  );
  return rows.map((row) => row['QUERY PLAN']);
}

const FIRST = '/orders?shop=north&limit=25';

/** Beyond the 500th of the newest. */
async function middle(): Promise<Place> {
  const { rows } = await table.db.query<{ key: string[] }>(
    `SELECT ARRAY[created_at::text, id::text] AS key FROM orders
     WHERE shop = 'north'
     ORDER BY created_at DESC, id DESC LIMIT 1 OFFSET 499`,
  );
  return { way: 'after', key: rows[0]?.key ?? [] };
}

const NORTH: List = {
  from: 'orders',
  fields: 'id, total',
  where: 'shop = $1',
  values: ['north'],
  order: NEWEST,
};

describe('what PostgreSQL reads', () => {
  before(() => table.fill(SEED));

  test('offset: all rows before the page, and the page', async () => {
    const { text, values } = keysetQuery(NORTH, 25);
    assert.deepEqual(await planOf(`${text} OFFSET 500`, values), [
      'Limit (actual rows=26.00 loops=1)',
      '  ->  Index Scan using feed on orders (actual rows=526.00 loops=1)',
      "        Index Cond: (shop = 'north'::text)",
      '        Index Searches: 1',
    ]);
  });

  test('keyset: the page and one row more, at any depth', async () => {
    const place = await middle();
    const { text, values } = keysetQuery(NORTH, 25, place);
    const [limit, scan, condition] = await planOf(text, values);
    assert.equal(limit, 'Limit (actual rows=26.00 loops=1)');
    assert.equal(
      scan,
      '  ->  Index Scan using feed on orders (actual rows=26.00 loops=1)',
    );
    assert.match(
      condition ?? '',
      /Index Cond: .*ROW\(created_at, id\) < ROW\(/,
    );
  });

  test('backward: the same index, read from its other end', async () => {
    const { key } = await middle();
    const place = { way: 'before', key } as const;
    const { text, values } = keysetQuery(NORTH, 25, place);
    const [, scan] = await planOf(text, values);
    assert.equal(
      scan,
      '  ->  Index Scan Backward using feed on orders (actual rows=26.00 loops=1)',
    );
  });

  test('the same condition with OR: half the shop, for nothing', async () => {
    const { key } = await middle();
    const sql = `SELECT id FROM orders WHERE shop = 'north' AND
      (created_at < $1 OR (created_at = $1 AND id < $2))
      ORDER BY created_at DESC, id DESC LIMIT 26`;
    const plan = (await planOf(sql, key)).join('\n');
    assert.match(plan, /Rows Removed by Filter: 500/);
  });

  test('with a bound before the OR: ties at most', async () => {
    const { key } = await middle();
    const sql = `SELECT id FROM orders WHERE shop = 'north'
      AND created_at <= $1 AND (created_at < $1 OR id < $2)
      ORDER BY created_at DESC, id DESC LIMIT 26`;
    const plan = (await planOf(sql, key)).join('\n');
    assert.match(plan, /Index Cond: .*created_at <=/);
    const removed = /Removed by Filter: (\d+)/.exec(plan)?.[1];
    assert.ok(Number(removed ?? 0) <= SEED.ties);
  });

  test('without the index both read the table, for each page', async () => {
    await table.fill({ ...SEED, index: false });
    const { links } = await api()(FIRST);
    await api()(links['next'] ?? '');
    assert.equal(table.rowsRead, 2000);
    await byOffset()(`${FIRST}&offset=25`);
    assert.equal(table.rowsRead, 2000);
    await table.fill(SEED);
  });

  test('a total reads all; the estimate reads a row', async () => {
    const exact = `SELECT count(*) FROM orders
      WHERE shop = 'north'`;
    const plan = (await planOf(exact)).join('\n');
    assert.match(plan, /Scan .*\(actual rows=1000\.00/);
    const guess = `SELECT reltuples FROM pg_class
      WHERE oid = 'orders'::regclass`;
    const { rows } = await table.db.query(guess);
    assert.deepEqual(rows, [{ reltuples: 2000 }]);
    await table.db.exec('CREATE TABLE fresh (id int)');
    const unknown = await table.db.query(
      `SELECT reltuples FROM pg_class WHERE oid = 'fresh'::regclass`,
    );
    assert.deepEqual(unknown.rows, [{ reltuples: -1 }]);
  });
});

describe('offset, while rows come and go', () => {
  test('a new row repeats one; a deleted one hides one', async () => {
    await table.fill(SMALL);
    const ask = byOffset();
    const first = await ask(FIRST);
    await table.insert('north');
    const second = await ask(first.links['next'] ?? '');
    assert.equal(second.rows[0]?.id, first.rows.at(-1)?.id);
    await table.remove(second.rows[3]?.id ?? NaN);
    const third = await ask(second.links['next'] ?? '');
    const all = await idsBy('created_at DESC, id DESC');
    const after = all.indexOf(second.rows.at(-1)?.id ?? NaN);
    assert.equal(third.rows[0]?.id, all[after + 2]);
  });

  test('while nothing changes, each row is sent once', async () => {
    await table.fill(SMALL);
    const pages = await walk(byOffset(), FIRST);
    assert.deepEqual(
      pages.flat(),
      await idsBy('created_at DESC, id DESC'),
    );
    assert.equal(pages.length, 8);
  });
});

describe('keyset, while rows come and go', () => {
  test('each row that stays is sent once, whatever changes', async () => {
    for (const seed of [1, 2, 3]) {
      await table.fill({ rows: 150, ties: 7, index: true });
      const start = await idsBy('created_at DESC, id DESC');
      const gone = new Set<number>();
      const dice = new Random(seed);
      const size = 3 + Math.floor(dice.next() * 30);
      const url = `/orders?shop=north&limit=${size}`;
      const pages = await walk(api(), url, async (page) => {
        if (dice.chance(0.5)) await table.insert('north');
        const ids = [page.at(-1) ?? NaN, dice.pick(start)];
        if (dice.chance(0.3)) {
          for (const id of ids) await table.remove(id);
          for (const id of ids) gone.add(id);
        }
      });
      const sent = pages.flat();
      assert.equal(new Set(sent).size, sent.length);
      const stayed = start.filter((id) => !gone.has(id));
      const had = sent.filter((id) => !gone.has(id));
      assert.deepEqual(had, stayed);
    }
  });

  test('backward gives the same pages, from the end', async () => {
    await table.fill({ rows: 90, ties: 10, index: true });
    const forth = await walk(api(), FIRST);
    let answer = await api()(FIRST);
    while (answer.links['next'])
      answer = await api()(answer.links['next']);
    const back: number[][] = [answer.rows.map(({ id }) => id)];
    while (answer.links['prev']) {
      answer = await api()(answer.links['prev']);
      back.unshift(answer.rows.map(({ id }) => id));
    }
    assert.deepEqual(back, forth);
    assert.equal(answer.links['prev'], undefined);
    assert.notEqual(answer.links['next'], undefined);
  });

  test('a page that is full to the brim is the last', async () => {
    await table.fill({ rows: 50, ties: 10, index: true });
    const pages = await walk(api(), FIRST);
    assert.deepEqual(
      pages.map(({ length }) => length),
      [25, 25],
    );
  });

  test('an empty list is a page without links', async () => {
    const answer = await api()('/orders?shop=nowhere');
    assert.deepEqual(
      [answer.status, answer.rows, answer.links],
      [200, [], {}],
    );
  });

  test('a row whose date is set anew is passed over', async () => {
    await table.fill(SMALL);
    const old = (await idsBy('id')).at(0) ?? NaN;
    const pages = await walk(api(), FIRST, () => table.move(old));
    assert.equal(pages.flat().includes(old), false);
  });

  test('so is one that comes late with an older date', async () => {
    await table.fill(SMALL);
    let late = false;
    const pages = await walk(api(), FIRST, async () => {
      if (late) return;
      late = true;
      await table.db.exec(`INSERT INTO orders
        SELECT 9999, 'north', max(created_at), NULL, 1, ''
        FROM orders`);
    });
    assert.equal(pages.flat().includes(9999), false);
  });
});

describe('the key', () => {
  const without = (...columns: Order['columns']): Order => ({
    ...NEWEST,
    columns,
  });

  test('without a tie-breaker, rows of one moment are lost', async () => {
    await table.fill(SMALL);
    const pages = await walk(api([without(CREATED_AT)]), FIRST);
    // 5 after each of 6 pages.
    assert.equal(pages.flat().length, 170);
    assert.equal(new Set(pages.flat()).size, 170);
  });

  test('a JavaScript date drops what is below a millisecond', async () => {
    const { rows } = await table.db.query<{ at: Date }>(
      `SELECT timestamptz '2026-11-30 12:00:00.001337Z' AS at`,
    );
    assert.equal(
      rows[0]?.at.toISOString(),
      '2026-11-30T12:00:00.001Z',
    );
  });

  test('going up, a date cut short sends the same page for ever', async () => {
    await table.fill({ ...SMALL, ties: 50 });
    const text = `date_trunc('milliseconds', created_at)::text`;
    const cut = { sql: 'created_at', text };
    const order: Order = {
      ...without(cut, ID),
      direction: 'ASC',
    };
    const ask = api([order]);
    const url = '/orders?shop=north&limit=20';
    const pages: (readonly number[])[] = [];
    for (let next = url; pages.length < 6;) {
      const { rows, links } = await ask(next);
      pages.push(rows.map(({ id }) => id));
      next = links['next'] ?? '';
    }
    assert.deepEqual(pages[4], pages[3]);
    assert.deepEqual(pages[5], pages[3]);
    assert.notDeepEqual(pages[3], pages[2]);
  });

  test('an output of the same name takes the order over', async () => {
    const sql = (name: string): string =>
      `SELECT n::text AS ${name} FROM generate_series(8, 11) AS n
       ORDER BY n`;
    const inOrder = async (name: string): Promise<unknown[]> => {
      const found = await table.db.query(sql(name), [], {
        rowMode: 'array',
      });
      return found.rows.flat();
    };
    assert.deepEqual(await inOrder('text'), [
      '8',
      '9',
      '10',
      '11',
    ]);
    assert.deepEqual(await inOrder('n'), ['10', '11', '8', '9']);
  });

  test('null compares to null: those rows are in no page', async () => {
    await table.fill(SMALL);
    const paid = { sql: 'paid_at', text: 'paid_at::text' };
    const { rows } = await table.db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM orders
       WHERE (paid_at, id) < (NULL::timestamptz, 9999)`,
    );
    assert.deepEqual(rows, [{ n: 0 }]);
    // Descending, nulls come first: the second page is empty.
    const ask = api([without(paid, ID)]);
    const first = await ask(FIRST);
    const second = await ask(first.links['next'] ?? '');
    assert.deepEqual(
      [first.rows.length, second.rows.length],
      [25, 0],
    );
  });

  test('an expression in the place of null pages all, once', async () => {
    await table.fill(SEED);
    await table.db.exec(`CREATE INDEX last_paid ON orders
      (shop, coalesce(paid_at, '-infinity') DESC, id DESC)`);
    const url = `${FIRST}&sort=last-paid`;
    const pages = await walk(api(), url);
    assert.deepEqual(
      pages.flat(),
      await idsBy('paid_at DESC NULLS LAST, id DESC'),
    );
    assert.ok(table.rowsRead <= 26);
  });

  test('mixed directions need their own words and index', async () => {
    await table.fill(SEED);
    await table.db.exec(`CREATE INDEX mixed ON orders
      (shop, total DESC, id ASC)`);
    const all = await idsBy('total DESC, id ASC');
    const at = 300;
    const { rows } = await table.db.query<{ total: number }>(
      'SELECT total FROM orders WHERE id = $1',
      [all[at]],
    );
    const key = [rows[0]?.total, all[at]];
    const beyond = `total <= $1 AND (total < $1 OR id > $2)`;
    const sql = `SELECT id FROM orders WHERE shop = 'north'
      AND ${beyond} ORDER BY total DESC, id ASC LIMIT 26`;
    const found = await table.db.query<{ id: number }>(sql, key);
    assert.deepEqual(
      found.rows.map(({ id }) => id),
      all.slice(at + 1, at + 27),
    );
    assert.match(
      (await planOf(sql, key)).join('\n'),
      /Index (Only )?Scan using mixed/,
    );
    const wrong = `(total, id) < ($1, $2)`;
    const other = await table.db.query<{ id: number }>(
      sql.replace(beyond, wrong),
      key,
    );
    assert.notDeepEqual(other.rows, found.rows);
  });
});

describe('a cursor', () => {
  const place: Place = { way: 'after', key: ['2026', '7'] };
  const listed = { order: NEWEST, filter: { shop: 'north' } };
  const text = cursors.write(place, listed);
  const refuses = (cursor: string, code: string, list = listed) =>
    assert.throws(
      () => cursors.read(cursor, list),
      (error) =>
        error instanceof CursorError && error.code === code,
    );

  test('leads back to its place, in an address as it is', () => {
    assert.deepEqual(cursors.read(text, listed), place);
    assert.match(text, /^[\w-]+\.[\w-]+$/);
  });

  test('is refused with any character changed, or missing', () => {
    const [body = '', seal = ''] = text.split('.');
    for (let at = 0; at < body.length; at += 1) {
      const other = body[at] === 'A' ? 'B' : 'A';
      const forged =
        body.slice(0, at) + other + body.slice(at + 1);
      refuses(`${forged}.${seal}`, 'unreadable');
    }
    for (const cut of [body, `${body}.`, seal, '', '.', 'a.b.c'])
      refuses(cut, 'unreadable');
    refuses('A'.repeat(5_000), 'unreadable');
  });

  test('is bound to filter and order', () => {
    const south = { ...listed, filter: { shop: 'south' } };
    refuses(text, 'other-list', south);
    refuses(text, 'other-list', { ...listed, order: LAST_PAID });
  });

  test('does not mind in which order the filter came', () => {
    const one = { order: NEWEST, filter: { a: '1', b: '2' } };
    const two = { order: NEWEST, filter: { b: '2', a: '1' } };
    const cursor = cursors.write(place, one);
    assert.deepEqual(cursors.read(cursor, two), place);
  });

  test('outlives its order as an error, not as a wrong page', () => {
    const newer = { ...NEWEST, version: 2 };
    refuses(text, 'outdated', { ...listed, order: newer });
  });

  test('is good through a change of keys, and not after two', () => {
    const [old, young] = [
      Buffer.alloc(32, 1),
      Buffer.alloc(32, 2),
    ];
    const both = new Cursors([young, old]);
    assert.deepEqual(both.read(text, listed), place);
    const later = new Cursors([young]);
    assert.throws(() => later.read(text, listed), CursorError);
  });
});

describe('the API', () => {
  before(() => table.fill(SEED));
  const problem = async (url: string) => {
    const { status, problem: type } = await api()(url);
    return [status, type];
  };

  test('lowers what is too large, and refuses what is no size', async () => {
    const size = async (limit: string) =>
      (await api()(`/orders?shop=north${limit}`)).rows.length;
    assert.equal(await size(''), 25);
    assert.equal(await size('&limit=100'), 100);
    assert.equal(await size('&limit=5000'), 100);
    for (const limit of ['0', '-1', '1.5', 'all', '1e3', ''])
      assert.deepEqual(
        await problem(`/orders?shop=north&limit=${limit}`),
        [400, 'limit'],
      );
  });

  test('refuses an unknown sort before any SQL is made of it', async () => {
    const url = `${FIRST}&sort=id;drop table orders`;
    assert.deepEqual(await problem(url), [400, 'sort']);
    assert.deepEqual(await problem('/orders'), [400, 'shop']);
  });

  test('takes another page size in the middle', async () => {
    const { links } = await api()(FIRST);
    const next =
      links['next']?.replace('limit=25', 'limit=5') ?? '';
    const { rows } = await api()(next);
    const all = await idsBy('created_at DESC, id DESC');
    assert.deepEqual(
      rows.map(({ id }) => id),
      all.slice(25, 30),
    );
  });

  test('tells an old cursor from a wrong one', async () => {
    const next = (await api()(FIRST)).links['next'] ?? '';
    assert.deepEqual(
      await problem(next.replace('north', 'south')),
      [400, 'other-list'],
    );
    const newer = api([{ ...NEWEST, version: 2 }]);
    assert.equal((await newer(next)).problem, 'outdated');
  });
});

interface Item {
  readonly id: number;
}

const items = (...ids: number[]): Item[] =>
  ids.map((id) => ({ id }));

describe('an endless list', () => {
  const shown = (list: EndlessList<Item>) =>
    list.items.map(({ id }) => id);
  const batches: Record<string, Batch<Item>> = {
    one: { items: items(9, 8, 7), next: 'two' },
    two: { items: items(7, 6), next: 'three' },
    three: { items: items(5) },
  };

  test('shows what is sent twice once, and counts it', async () => {
    const list = new EndlessList<Item>(
      async (url) => batches[url] as Batch<Item>,
      'one',
    );
    while (!list.atEnd) await list.more();
    assert.deepEqual(shown(list), [9, 8, 7, 6, 5]);
    assert.equal(list.repeated, 1);
    await list.more();
    assert.equal(list.items.length, 5);
  });

  test('asks once, however often one scrolls', async () => {
    const asked: string[] = [];
    const list = new EndlessList<Item>(async (url) => {
      asked.push(url);
      return batches[url] as Batch<Item>;
    }, 'one');
    await Promise.all([list.more(), list.more(), list.more()]);
    assert.deepEqual(asked, ['one']);
    await list.seen(0, 1);
    assert.deepEqual(asked, ['one']);
    await Promise.all([list.seen(1, 1), list.seen(2, 1)]);
    assert.deepEqual(asked, ['one', 'two']);
  });

  test('after a failure it is as before, and asks again', async () => {
    let fails = true;
    const list = new EndlessList<Item>(async (url) => {
      if (url === 'two' && fails) throw new Error('offline');
      return batches[url] as Batch<Item>;
    }, 'one');
    await list.more();
    await assert.rejects(list.more(), /offline/);
    assert.deepEqual(shown(list), [9, 8, 7]);
    assert.equal(list.atEnd, false);
    fails = false;
    await list.more();
    assert.deepEqual(shown(list), [9, 8, 7, 6]);
  });

  test('an answer that comes after it was left changes nothing', async () => {
    const { promise, resolve } =
      Promise.withResolvers<Batch<Item>>();
    let signal: AbortSignal | undefined;
    const list = new EndlessList<Item>((_, given) => {
      signal = given;
      return promise;
    }, 'one');
    const loading = list.more();
    list.stop();
    assert.equal(signal?.aborted, true);
    resolve(batches['one'] as Batch<Item>);
    await assert.rejects(loading, { name: 'AbortError' });
    assert.deepEqual(shown(list), []);
    await list.more();
    assert.deepEqual(shown(list), []);
  });

  test('remembers the page on which one stood', async () => {
    const list = new EndlessList<Item>(
      async (url) => batches[url] as Batch<Item>,
      'one',
    );
    await list.more();
    await list.more();
    assert.deepEqual(list.bookmark(1), { id: 8, url: 'one' });
    assert.deepEqual(list.bookmark(3), { id: 6, url: 'two' });
    assert.equal(list.bookmark(9), undefined);
  });
});

test('the pages need no row beyond the last: limit + 1', () => {
  const rows = [{ key: ['a'] }, { key: ['b'] }, { key: ['c'] }];
  assert.deepEqual(pageOf(rows, 2), {
    rows: rows.slice(0, 2),
    next: { way: 'after', key: ['b'] },
  });
  assert.deepEqual(pageOf(rows, 3), { rows });
});

test('the index stands in the order of the query', () => {
  assert.match(INDEX, /\(shop, created_at DESC, id DESC\)/);
});

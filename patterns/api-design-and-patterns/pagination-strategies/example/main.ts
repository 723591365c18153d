import { PGlite } from '@electric-sql/pglite';
import { figureTable, knob, Random, trace, World } from '#lab';
import type { Figure } from '#lab';
import { BusyShop, SHOP, type Changes } from './busy-shop.ts';
import { Cursors } from './cursor.ts';
import type { Order } from './keyset.ts';
import { cursorApi, offsetApi } from './orders-api.ts';
import type { OrdersApi } from './orders-api.ts';
import { OrdersTable } from './orders-table.ts';
import { CREATED_AT, ID, LAST_PAID, NEWEST } from './orders.ts';
import { tryCursors } from './old-cursors.ts';
import { PAGE_MS, PageClock } from './page-clock.ts';
import { ask, readAll } from './reading.ts';

const whole = { whole: true } as const;
const isOn = { min: 0, max: 1, ...whole };
const rows = knob('ROWS', 1000, 'rows', {
  min: 400,
  max: 1200,
  ...whole,
});
const size = knob('PAGE_SIZE', 25, 'rows', {
  min: 20,
  max: 100,
  ...whole,
});
const changes: Changes = {
  inserted: knob('INSERTED', 2, 'a page', {
    min: 0,
    max: 5,
    ...whole,
  }),
  deleted: knob('DELETED', 2, 'a page', {
    min: 0,
    max: 5,
    ...whole,
  }),
  moved: knob('MOVED', 0, 'a page', {
    min: 0,
    max: 5,
    ...whole,
  }),
};
const ties = knob('TIES', 10, 'rows', {
  min: 1,
  max: 50,
  ...whole,
});
const tieBreaker = knob('TIE_BREAKER', 1, '', isOn) === 1;
const asDate = knob('AS_DATE', 0, '', isOn) === 1;
const index = knob('INDEX', 1, '', isOn) === 1;

/** What `toISOString` keeps of a time: milliseconds. */
const TRUNCATED = {
  sql: CREATED_AT.sql,
  text: `date_trunc('milliseconds', created_at)::text`,
};
const created = asDate ? TRUNCATED : CREATED_AT;
const order: Order = {
  ...NEWEST,
  columns: tieBreaker ? [created, ID] : [created],
};
const changed = { ...order, version: order.version + 1 };
const key = Buffer.from('of this story; a real one is random');
const cursors = new Cursors([key]);
const FAR = 10;
const FIRST = `/orders?shop=${SHOP}&limit=${size}`;
const pages = Math.ceil(rows / size);

interface Way {
  readonly run: string;
  readonly title: string;
  readonly api: OrdersApi;
  /** Address of a page by its number, where there is such. */
  readonly jump?: (page: number) => string;
  /** The API of the next release, with another order. */
  readonly release?: OrdersApi;
}

async function play(
  table: OrdersTable,
  { run, title, api, jump, release }: Way,
): Promise<Figure[]> {
  console.log(title);
  await table.fill({ rows, ties, index });
  const more = Math.ceil(
    ((changes.inserted + changes.moved) * pages) / (4 * size),
  );
  const durationMs = (pages + more + 1) * PAGE_MS;
  trace({ kind: 'run', run, title, durationMs });
  const world = new World(run, new PageClock(), new Random(7));
  const ids = await table.ids(SHOP);
  const shop = new BusyShop(world, table, changes, {
    pages,
    ids,
  });
  const result = await readAll(
    { run, world, api, table, shop },
    FIRST,
  );
  if (release)
    await tryCursors(world, { api, release }, result.last);
  const figures: Figure[] = [
    ...result.figures,
    {
      label: `to page ${FAR}`,
      value: await requestsTo(FAR, api, jump),
      better: 'lower',
      note: 'requests; the cost: no page has a number',
    },
  ];
  for (const figure of figures)
    trace({ kind: 'figure', run, ...figure });
  console.log('');
  return figures;
}

/** How many requests it takes to see a page far down. */
async function requestsTo(
  page: number,
  api: OrdersApi,
  jump: Way['jump'],
): Promise<number> {
  let url: string | undefined = jump?.(page) ?? FIRST;
  let requests = 0;
  const needed = jump ? 1 : page;
  while (url !== undefined && requests < needed) {
    url = (await ask(api, url)).next;
    requests += 1;
  }
  return requests;
}

const db = await PGlite.create();
try {
  const table = new OrdersTable(db);
  const find = table.find.bind(table);
  const offset = await play(table, {
    run: 'baseline',
    title: 'By offset',
    api: offsetApi(find, NEWEST),
    jump: (page) => `${FIRST}&offset=${(page - 1) * size}`,
  });
  const keyset = await play(table, {
    run: 'pattern',
    title: 'By keyset, behind a cursor',
    api: cursorApi(find, cursors, [order, LAST_PAID]),
    release: cursorApi(find, cursors, [changed]),
  });
  const columns = [
    { heading: 'offset', figures: offset },
    { heading: 'keyset', figures: keyset },
  ];
  console.log(figureTable(columns).join('\n'));
} finally {
  await db.close();
}

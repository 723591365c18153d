import { trace, type Figure, type World } from '#lab';
import type { BusyShop } from './busy-shop.ts';
import { EndlessList, type Batch } from './endless-list.ts';
import type { OrderRow, OrdersApi } from './orders-api.ts';
import type { OrdersTable } from './orders-table.ts';
import { PAGE_MS } from './page-clock.ts';

export interface Read {
  readonly run: string;
  readonly world: World;
  readonly api: OrdersApi;
  readonly table: OrdersTable;
  readonly shop: BusyShop;
}

export interface Result {
  readonly figures: readonly Figure[];
  /** Address of the last page. */
  readonly last: string;
}

/** Scrolls to the end, while the shop goes on. */
export async function readAll(
  at: Read,
  first: string,
): Promise<Result> {
  const { world, table, shop } = at;
  let url = first;
  let page = 0;
  const list = new EndlessList<OrderRow>(async (next) => {
    url = next;
    page += 1;
    return ask(at.api, next);
  }, first);
  let rowsRead = 0;
  let skipped = 0;
  while (!list.atEnd) {
    const before = list.repeated;
    await list.more();
    const twice = list.repeated - before;
    rowsRead += table.rowsRead;
    const read = list.items.map(({ id }) => id);
    const lost = missedBy(read, shop.waiting) - skipped;
    skipped += lost;
    tellPage(at, page, { twice, lost });
    world.value('rows read for the page', table.rowsRead);
    world.value('twice or never', list.repeated + skipped);
    await shop.afterPage(page, read);
    await world.clock.sleep(PAGE_MS);
  }
  world.note(`page ${page}: read ${table.rowsRead} rows`);
  world.note(table.plan);
  const never = missedBy(
    [...list.items.map(({ id }) => id), 0],
    shop.waiting,
  );
  const figures = figuresOf({
    all: rowsRead,
    last: table.rowsRead,
    twice: list.repeated,
    never,
    bytes: url.length,
  });
  return { last: url, figures };
}

/** Orders that stand above the last one read and are not read. */
function missedBy(
  read: readonly number[],
  waiting: ReadonlySet<number>,
): number {
  const known = new Set(read);
  // The older an order, the smaller its number.
  const last = read.at(-1) ?? Infinity;
  return [...waiting].filter((id) => id > last && !known.has(id))
    .length;
}

interface Wrong {
  readonly twice: number;
  readonly lost: number;
}

function tellPage(
  { run, world, table }: Read,
  page: number,
  { twice, lost }: Wrong,
): void {
  const startMs = world.clock.now();
  if (twice > 0)
    world.noteOnce(`page ${page} repeats ${twice}`, 'twice');
  if (lost > 0)
    world.noteOnce(`page ${page} skips ${lost}`, 'lost');
  const wrong = twice > 0 || lost > 0;
  trace({
    kind: 'call',
    run,
    from: 'reader',
    to: 'list of orders',
    label: `page ${page}`,
    startMs,
    endMs: startMs + PAGE_MS * 0.7,
    outcome: wrong ? 'failed' : 'answered',
    note: wrong
      ? `${twice} repeated, ${lost} skipped`
      : `${table.rowsRead} rows read`,
  });
}

/** @throws Error where the API refuses */
export async function ask(
  api: OrdersApi,
  url: string,
): Promise<Batch<OrderRow>> {
  const { rows, links, problem } = await api(url);
  if (problem !== undefined) throw new Error(problem);
  const next = links['next'];
  return { items: rows, ...(next !== undefined && { next }) };
}

function figuresOf(
  counted: Readonly<
    Record<'all' | 'last' | 'twice' | 'never' | 'bytes', number>
  >,
): Figure[] {
  const row = (label: string, value: number): Figure => ({
    label,
    value,
    better: 'lower',
  });
  return [
    row('rows read in all', counted.all),
    row('for the last page', counted.last),
    row('sent twice', counted.twice),
    row('never sent', counted.never),
    {
      ...row('bytes of a link', counted.bytes),
      note: 'the cost: nobody can read it or make one up',
    },
  ];
}

import { CursorError, type Cursors } from './cursor.ts';
import type { Listed } from './cursor.ts';
import { keysetQuery, pageOf } from './keyset.ts';
import type {
  Keyed,
  List,
  Order,
  Place,
  Query,
} from './keyset.ts';

export interface OrderRow extends Keyed {
  readonly id: number;
}

export interface Answer {
  readonly status: number;
  /** As in the header `Link`: by relation, an address. */
  readonly links: Readonly<Record<string, string>>;
  readonly rows: readonly OrderRow[];
  /** Type of the problem, where there is one. */
  readonly problem?: string;
}

/** Answers `GET /orders`, given the address asked for. */
export type OrdersApi = (url: string) => Promise<Answer>;

export type Find = (query: Query) => Promise<readonly OrderRow[]>;

const MOST = 100;
const BY_DEFAULT = 25;

/** A list by cursors: no number of a page, no total. */
export function cursorApi(
  find: Find,
  cursors: Cursors,
  orders: readonly Order[],
): OrdersApi {
  return async (url) => {
    const asked = new URL(url, 'http://shop').searchParams;
    const size = sizeOf(asked);
    const name = asked.get('sort') ?? 'newest';
    const order = orders.find((one) => one.name === name);
    const shop = asked.get('shop');
    if (size === undefined) return refuse('limit');
    if (order === undefined) return refuse('sort');
    if (shop === null) return refuse('shop');
    const listed = { order, filter: { shop } };
    const cursor = asked.get('cursor');
    let place: Place | undefined;
    try {
      if (cursor !== null) place = cursors.read(cursor, listed);
    } catch (error) {
      if (!(error instanceof CursorError)) throw error;
      return refuse(error.code);
    }
    const query = keysetQuery(listOf(listed, shop), size, place);
    const page = pageOf(await find(query), size, place);
    const links: Record<string, string> = {};
    const link = (rel: string, to?: Place): void => {
      if (!to) return;
      const params = new URLSearchParams(asked);
      params.set('cursor', cursors.write(to, listed));
      links[rel] = `/orders?${params}`;
    };
    link('next', page.next);
    link('prev', page.previous);
    return { status: 200, links, rows: page.rows };
  };
}

/** The baseline: the same order and index, by position. */
export function offsetApi(find: Find, order: Order): OrdersApi {
  return async (url) => {
    const asked = new URL(url, 'http://shop').searchParams;
    const size = sizeOf(asked);
    const offset = wholeOf(asked.get('offset') ?? '0');
    const shop = asked.get('shop');
    if (size === undefined) return refuse('limit');
    if (offset === undefined) return refuse('offset');
    if (shop === null) return refuse('shop');
    const list = listOf({ order, filter: { shop } }, shop);
    const { text, values } = keysetQuery(list, size);
    const query = { text: `${text} OFFSET ${offset}`, values };
    const found = await find(query);
    const params = new URLSearchParams(asked);
    params.set('offset', `${offset + size}`);
    const next = `/orders?${params}`;
    return {
      status: 200,
      links: found.length > size ? { next } : {},
      rows: found.slice(0, size),
    };
  };
}

function listOf({ order }: Listed, shop: string): List {
  return {
    from: 'orders',
    fields: 'id, total',
    where: 'shop = $1',
    values: [shop],
    order,
  };
}

/** Rows a page; what is above the most is lowered to it. */
function sizeOf(asked: URLSearchParams): number | undefined {
  const size = wholeOf(asked.get('limit') ?? `${BY_DEFAULT}`);
  if (size === undefined || size === 0) return undefined;
  return Math.min(size, MOST);
}

function wholeOf(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

function refuse(problem: string): Answer {
  return { status: 400, links: {}, rows: [], problem };
}

import type { Database, Order } from './database.ts';
import type { Statement } from './sql.ts';

/** The tenant that asks; others' rows are none of its business. */
export const MAPLE = 7;

/** A query string, and what makes an answer to it right. */
export interface Request {
  readonly who: string;
  readonly query: string;
  readonly right: (orders: readonly Order[]) => boolean;
  /** Reads on until a page is empty. */
  readonly pages?: true;
}

const own = (orders: readonly Order[]) =>
  orders.every(({ tenant_id }) => tenant_id === MAPLE);
const isShipped = ({ shipped_at }: Order) => shipped_at !== null;

/** Notes of the table that speak of gifts to wrap. */
function giftsAmong(each: number): number {
  const turns = Array.from({ length: each }, (_, at) => at % 50);
  return turns.filter((turn) => [3, 7, 9].includes(turn)).length;
}

/** @param each orders of the tenant */
export function requestsOf(each: number): readonly Request[] {
  const saved = Array.from({ length: 30 }, (_, at) => 8 * at + 6);
  return [
    {
      who: 'screen',
      query: "filter=status eq 'paid'",
      right: (orders) => own(orders) && orders.length === 20,
    },
    {
      who: 'typo',
      query: "fitler=status eq 'open'",
      right: () => false,
    },
    {
      who: 'either',
      query: "filter=status eq 'open' or total ge 4000",
      right: (orders) => own(orders) && orders.length === 20,
    },
    {
      who: 'unshipped',
      query: 'filter=shipped_at eq null',
      right: (orders) =>
        orders.length === 20 && !orders.some(isShipped),
    },
    {
      who: 'shipped',
      query: 'sort=-shipped_at',
      right: (orders) => orders.every(isShipped),
    },
    {
      who: 'percent',
      query: "filter=startswith(customer,'%25')",
      right: (orders) => orders.length === 0,
    },
    {
      who: 'saved',
      query: `filter=id in (${saved.join(', ')})&limit=30`,
      right: (orders) => orders.length === 30,
    },
    {
      who: 'words',
      query: 'q=gift wrap&limit=100',
      right: (orders) =>
        orders.length === Math.min(100, giftsAmong(each)),
    },
    {
      who: 'attack 1',
      query: "filter=status eq 'x' or 1 eq 1",
      right: own,
    },
    {
      who: 'attack 2',
      query: "q=' OR tenant_id <> 7 --",
      right: own,
    },
    {
      who: 'attack 3',
      query: 'sort=total LIMIT 9999 --',
      right: (orders) => orders.length <= 100,
    },
    {
      who: 'export',
      query: 'sort=-total&limit=50',
      pages: true,
      right: (orders) =>
        new Set(orders.map(({ id }) => id)).size === each,
    },
  ];
}

/**
 * The baseline: what the client wrote becomes text of the
 * statement, after a search and replace of operators.
 */
export function pasted(tenant: number, query: string): string {
  const given = new URLSearchParams(query);
  const filter = given.get('filter');
  const q = given.get('q');
  const sort = given.get('sort') ?? '-placed_at';
  const where = [
    `tenant_id = ${tenant}`,
    ...(filter === null ? [] : [translated(filter)]),
    ...(q === null ? [] : [`note ILIKE '%${q}%'`]),
  ];
  return (
    `SELECT * FROM orders WHERE ${where.join(' AND ')} ` +
    `ORDER BY ${sort.replace(/^-(\w+)/, '$1 DESC')} ` +
    `LIMIT ${given.get('limit') ?? 20} ` +
    `OFFSET ${given.get('offset') ?? 0}`
  );
}

const signs = { eq: '=', gt: '>', ge: '>=', lt: '<', le: '<=' };

function translated(filter: string): string {
  return filter
    .replaceAll(/startswith\((\w+),'(.*?)'\)/g, "$1 LIKE '$2%'")
    .replaceAll(
      / (eq|gt|ge|lt|le) /g,
      (_, name: keyof typeof signs) => ` ${signs[name]} `,
    );
}

/** One answer, or all pages of it. */
export interface Whole {
  readonly orders: readonly Order[];
  readonly read: number;
  /** By the dearest of its statements. */
  readonly mostRead: number;
  /** Pages that an index had in order, and the others. */
  readonly byIndex: number;
  readonly sorted: number;
}

/** Asks once, or until a page is empty. */
export async function answerTo(
  database: Database,
  { query, pages }: Request,
  statementOf: (query: string) => Statement,
): Promise<Whole> {
  const orders: Order[] = [];
  const so = { read: 0, mostRead: 0, byIndex: 0, sorted: 0 };
  for (;;) {
    const next = `${query}&offset=${orders.length}`;
    const asked = statementOf(pages ? next : query);
    const answer = await database.ask(asked);
    so.read += answer.read;
    so.mostRead = Math.max(so.mostRead, answer.read);
    if (answer.orders.length > 0) {
      const sorts = answer.plan.includes('Sort');
      so[sorts ? 'sorted' : 'byIndex'] += 1;
      orders.push(...answer.orders);
    }
    if (!pages || answer.orders.length === 0)
      return { orders, ...so };
  }
}

import { isText } from './filter.ts';
import type { Field, Filter, Ordering } from './filter.ts';
import { parseFilter } from './parse-filter.ts';
import { BadQuery } from './refusal.ts';
import type { Limits } from './refusal.ts';
import { joined, sql } from './sql.ts';
import type { Sql } from './sql.ts';

/** All that a client may ask of a list, and how much of it. */
export interface Allowed {
  readonly fields: ReadonlyMap<string, Field>;
  /** Whole orders, each with its index and its tie-breaker. */
  readonly sorts: ReadonlyMap<string, Sql>;
  readonly limits: Limits;
}

export interface ListQuery {
  readonly filter?: Filter | undefined;
  /** Words to search for, as a person typed them. */
  readonly q?: string | undefined;
  readonly sort?: Sql | undefined;
  readonly limit: number;
  readonly offset: number;
}

const names = ['filter', 'q', 'sort', 'limit', 'offset'];

/**
 * Reads a query string. What it does not know it refuses: a
 * filter that is ignored shows everything.
 *
 * @throws {BadQuery} for a 400
 */
export function readQuery(
  query: string,
  { fields, sorts, limits }: Allowed,
): ListQuery {
  const given = new Map<string, string>();
  for (const [parameter, text] of new URLSearchParams(query)) {
    if (!names.includes(parameter)) {
      const detail = 'is not known here';
      throw new BadQuery({ parameter, detail, allowed: names });
    }
    if (given.has(parameter)) {
      throw new BadQuery({ parameter, detail: 'is there twice' });
    }
    given.set(parameter, text);
  }
  const short = (parameter: string): string | undefined => {
    const text = given.get(parameter);
    if (text === undefined) return undefined;
    const fits = text !== '' && text.length <= limits.length;
    if (fits && isText(text)) return text;
    const detail = fits
      ? 'has a zero byte or half a character'
      : `takes 1 to ${limits.length} characters`;
    throw new BadQuery({ parameter, detail });
  };
  const filter = short('filter');
  return {
    q: fewMinuses(short('q')),
    filter:
      filter === undefined
        ? undefined
        : parseFilter(filter, fields, limits),
    sort: sortNamed(given.get('sort'), sorts),
    limit: count('limit', given, 20, limits.page),
    offset: count('offset', given, 0, 10_000),
  };
}

/** 33 in a row are `tsquery is too complex` to PostgreSQL. */
const MOST_MINUSES = 20;

function fewMinuses(q: string | undefined): string | undefined {
  const minuses = (q ?? '').split('-').length - 1;
  if (minuses <= MOST_MINUSES) return q;
  const detail = `takes at most ${MOST_MINUSES} minus signs`;
  throw new BadQuery({ parameter: 'q', detail });
}

export function sortNamed(
  name: string | undefined,
  sorts: ReadonlyMap<string, Sql>,
): Sql | undefined {
  if (name === undefined) return undefined;
  const sort = sorts.get(name);
  if (sort) return sort;
  const allowed = [...sorts.keys()];
  const detail = 'is not an order of this list';
  throw new BadQuery({ parameter: 'sort', detail, allowed });
}

function count(
  parameter: string,
  given: ReadonlyMap<string, string>,
  absent: number,
  most: number,
): number {
  const text = given.get(parameter);
  if (text === undefined) return absent;
  const least = Math.min(absent, 1);
  const n = /^\d{1,6}$/.test(text) ? Number(text) : NaN;
  if (n >= least && n <= most) return n;
  const detail = `takes a whole number from ${least} to ${most}`;
  throw new BadQuery({ parameter, detail });
}

/** @param scope what the asker may see: never the client's */
export function listOrders(
  { filter, q, sort, limit, offset }: ListQuery,
  scope: (wanted: Sql) => Sql,
  newest: Sql,
): Sql {
  const words = sql`websearch_to_tsquery('english', ${q})`;
  const wanted = [
    ...(filter ? [where(filter)] : []),
    ...(q === undefined ? [] : [sql`search @@ ${words}`]),
  ];
  const best = sql`ts_rank_cd(search, ${words}) DESC, id DESC`;
  const order = sort ?? (q === undefined ? newest : best);
  return sql`SELECT id, tenant_id, status, total, customer,
  placed_at, shipped_at
FROM orders
WHERE ${scope(all(wanted))}
ORDER BY ${order}
LIMIT ${limit} OFFSET ${offset}`;
}

function all(wanted: readonly Sql[]): Sql {
  const [only = sql`TRUE`, ...more] = wanted;
  return more.length === 0 ? only : joined(wanted, sql` AND `);
}

const signs: Readonly<Record<Ordering, Sql>> = {
  eq: sql`=`,
  gt: sql`>`,
  ge: sql`>=`,
  lt: sql`<`,
  le: sql`<=`,
};

function where(filter: Filter): Sql {
  switch (filter.is) {
    case 'and':
      return joined(filter.of.map(where), sql` AND `);
    case 'or':
      return joined(filter.of.map(where), sql` OR `);
    case 'in':
      // One value, however long: the text stays the same.
      return sql`${filter.field.column} = ANY(${filter.values})`;
    case 'startswith':
      return sql`${filter.field.column} LIKE ${prefix(filter.value)}`;
    case 'null':
      return sql`${filter.field.column} IS NULL`;
    case 'not null':
      return sql`${filter.field.column} IS NOT NULL`;
    default:
      return sql`${filter.field.column} ${signs[filter.is]} ${filter.value}`;
  }
}

/** A client's `%`, `_` and `\` mean themselves. */
function prefix(start: string): string {
  return `${start.replaceAll(/[\\%_]/g, '\\$&')}%`;
}

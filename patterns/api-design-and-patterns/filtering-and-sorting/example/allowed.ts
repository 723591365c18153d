import type { Field } from './filter.ts';
import type { Allowed } from './list-query.ts';
import type { Limits } from './refusal.ts';
import { sql } from './sql.ts';
import type { Sql } from './sql.ts';

const span = ['gt', 'ge', 'lt', 'le'] as const;
const number = { of: 'whole', max: 100_000_000 } as const;
const statuses = ['open', 'paid', 'shipped', 'canceled'];

const fields: readonly Field[] = [
  {
    name: 'status',
    column: sql`status`,
    kind: { of: 'word', words: statuses },
    operators: ['eq', 'in'],
  },
  {
    name: 'total',
    column: sql`total`,
    kind: number,
    operators: ['eq', ...span],
  },
  {
    name: 'id',
    column: sql`id`,
    kind: number,
    operators: ['eq', 'in'],
  },
  {
    name: 'customer',
    column: sql`customer`,
    kind: { of: 'text', longest: 60 },
    operators: ['eq', 'startswith'],
  },
  {
    name: 'placed_at',
    column: sql`placed_at`,
    kind: { of: 'moment' },
    operators: span,
  },
  {
    name: 'shipped_at',
    column: sql`shipped_at`,
    kind: { of: 'moment' },
    operators: span,
    canBeNull: true,
  },
];

/** Whole orders: each ends in a key that is unique. */
const sorts = {
  '-placed_at': sql`placed_at DESC, id DESC`,
  placed_at: sql`placed_at, id`,
  '-total': sql`total DESC, id DESC`,
  total: sql`total, id`,
  '-shipped_at': sql`shipped_at DESC NULLS LAST, id DESC`,
};
export const newest = sorts['-placed_at'];

/** The index of each, which reads it in either direction. */
export const indexes = `
CREATE INDEX by_placed
  ON orders (tenant_id, placed_at DESC, id DESC);
CREATE INDEX by_status
  ON orders (tenant_id, status, placed_at DESC, id DESC);
CREATE INDEX by_total
  ON orders (tenant_id, total DESC, id DESC);
CREATE INDEX by_shipped ON orders
  (tenant_id, shipped_at DESC NULLS LAST, id DESC);
CREATE INDEX by_customer
  ON orders (tenant_id, customer text_pattern_ops);
CREATE INDEX by_words ON orders USING gin (search);
`;

export const usual: Limits = {
  conditions: 10,
  list: 50,
  depth: 3,
  length: 2_000,
  page: 100,
};

export function allowed(
  limits: Partial<Limits> = {},
  more: Readonly<Record<string, Sql>> = {},
): Allowed {
  return {
    fields: new Map(fields.map((field) => [field.name, field])),
    sorts: new Map(Object.entries({ ...sorts, ...more })),
    limits: { ...usual, ...limits },
  };
}

/** What one tenant may see, whatever is wanted. */
export function ofTenant(tenant: number): (wanted: Sql) => Sql {
  return (wanted) => sql`tenant_id = ${tenant} AND (${wanted})`;
}

import type { Order } from './keyset.ts';

/** The filter's column first, then the order's. */
export const INDEX =
  'CREATE INDEX feed ON orders (shop, created_at DESC, id DESC);';

export const ID = { sql: 'id', text: 'id::text' };
export const CREATED_AT = {
  sql: 'created_at',
  text: 'created_at::text',
};

export const NEWEST: Order = {
  name: 'newest',
  version: 1,
  direction: 'DESC',
  columns: [CREATED_AT, ID],
};

/** Nulls last: an expression in their place, never null. */
const PAID_AT = `coalesce(paid_at, '-infinity')`;
export const LAST_PAID: Order = {
  name: 'last-paid',
  version: 1,
  direction: 'DESC',
  columns: [{ sql: PAID_AT, text: `${PAID_AT}::text` }, ID],
};

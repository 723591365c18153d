import DataLoader from 'dataloader';
import { GraphQLError } from 'graphql';
import type {
  Customer,
  Item,
  Order,
  Product,
  Shop,
  Viewer,
} from './shop.ts';

/** What resolvers may ask for; all of it as one viewer. */
export interface Data {
  orders(first: number): Promise<readonly Order[]>;
  ordersOf(
    customer: string,
    first: number,
  ): Promise<readonly Order[]>;
  itemsOf(order: string, first: number): Promise<readonly Item[]>;
  customer(id: string): Promise<Customer>;
  product(id: string): Promise<Product>;
}

/** The baseline: every resolver asks the store by itself. */
export function naive(shop: Shop, viewer: Viewer): Data {
  return {
    orders: (first) => shop.orders(first),
    ordersOf: (id, first) => shop.ordersOf([id], first),
    itemsOf: (id, first) => shop.itemsOf([id], first),
    customer: async (id) =>
      the(id, (await shop.customers(viewer, [id]))[0]),
    product: async (id) =>
      the(id, (await shop.products([id]))[0]),
  };
}

/** The pattern: made anew for each request, as its viewer. */
export function loaders(shop: Shop, viewer: Viewer): Data {
  const customers = byId((ids) => shop.customers(viewer, ids));
  const products = byId((ids) => shop.products(ids));
  const orders = listOf(
    ({ customerId }: Order) => customerId,
    (ids, first) => shop.ordersOf(ids, first),
  );
  const items = listOf(
    ({ orderId }: Item) => orderId,
    (ids, first) => shop.itemsOf(ids, first),
  );
  return {
    orders: (first) => shop.orders(first),
    ordersOf: (id, first) => orders.load({ id, first }),
    itemsOf: (id, first) => items.load({ id, first }),
    customer: (id) => customers.load(id),
    product: (id) => products.load(id),
  };
}

/** Rows come in any order, and some not at all. */
export function byId<Row extends { readonly id: string }>(
  fetch: (ids: readonly string[]) => Promise<readonly Row[]>,
): DataLoader<string, Row> {
  return new DataLoader<string, Row>(async (ids) => {
    const found = await fetch(ids);
    const rows = new Map(found.map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id) ?? new NoRowError(id));
  });
}

interface ListKey {
  readonly id: string;
  readonly first: number;
}

/** An argument belongs in the key, or two lists become one. */
export function listOf<Row>(
  parentOf: (row: Row) => string,
  fetch: (
    ids: readonly string[],
    first: number,
  ) => Promise<readonly Row[]>,
): DataLoader<ListKey, readonly Row[], string> {
  return new DataLoader<ListKey, readonly Row[], string>(
    async (keys) => {
      const most = Math.max(...keys.map(({ first }) => first));
      const ids = [...new Set(keys.map(({ id }) => id))];
      const rows = Map.groupBy(await fetch(ids, most), parentOf);
      return keys.map(({ id, first }) =>
        (rows.get(id) ?? []).slice(0, first),
      );
    },
    { cacheKeyFn: ({ id, first }) => `${first} ${id}` },
  );
}

/** It is meant for the client. */
export class NoRowError extends GraphQLError {
  constructor(id: string) {
    super(`there is no ${id}`, {
      extensions: { code: 'NO_ROW' },
    });
  }
}

function the<Row>(id: string, row: Row | undefined): Row {
  if (row === undefined) throw new NoRowError(id);
  return row;
}

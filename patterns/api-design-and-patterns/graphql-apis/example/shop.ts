import type { Database } from './database.ts';

export interface Order {
  readonly id: string;
  readonly customerId: string;
  status: 'NEW' | 'SHIPPED' | 'CANCELLED';
}
export interface Customer {
  readonly id: string;
  readonly name: string;
  /** Who looks after them. */
  readonly clerk: string;
  /** Only where the viewer is that clerk. */
  readonly email: string | undefined;
}
export interface Item {
  readonly orderId: string;
  readonly productId: string;
  readonly quantity: number;
}
export interface Product {
  readonly id: string;
  readonly name: string;
  /** Undefined where the warehouse does not say. */
  readonly stock: number | undefined;
}
/** Who asks. */
export interface Viewer {
  readonly name: string;
}
export type Cancelled =
  | { readonly kind: 'cancelled'; readonly order: Order }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'shipped'; readonly order: Order };

export interface ShopOptions {
  readonly orders: number;
  /** In each order. */
  readonly items: number;
}

const CUSTOMERS = 4;
const PRODUCTS = 6;

/** The domain: what is there, and who may see and do what. */
export class Shop {
  readonly database: Database;
  readonly #items: number;
  readonly #orders: readonly Order[];

  constructor(
    database: Database,
    { orders, items }: ShopOptions,
  ) {
    this.database = database;
    this.#items = items;
    this.#orders = Array.from({ length: orders }, (_, n) => ({
      id: `o${n + 1}`,
      customerId: `c${(n % CUSTOMERS) + 1}`,
      status: n === 0 ? 'SHIPPED' : 'NEW',
    }));
  }

  orders(first: number): Promise<readonly Order[]> {
    return this.database.query('orders', () =>
      this.#orders.slice(0, first),
    );
  }

  ordersOf(
    customers: readonly string[],
    first: number,
  ): Promise<readonly Order[]> {
    return this.database.query('orders', () =>
      customers.flatMap((id) =>
        this.#orders
          .filter(({ customerId }) => customerId === id)
          .slice(0, first),
      ),
    );
  }

  itemsOf(
    orders: readonly string[],
    first: number,
  ): Promise<readonly Item[]> {
    return this.database.query('items', () =>
      orders.flatMap((orderId) =>
        Array.from(
          { length: Math.min(this.#items, first) },
          (_, n) => ({
            orderId,
            productId: `p${((Number(orderId.slice(1)) + n) % PRODUCTS) + 1}`,
            quantity: n + 1,
          }),
        ),
      ),
    );
  }

  /** Here is decided who sees an address, and nowhere else. */
  customers(
    viewer: Viewer,
    ids: readonly string[],
  ): Promise<readonly Customer[]> {
    return this.database.query('customers', () =>
      rowsOf(ids, 'c', CUSTOMERS).map((n) => {
        const clerk = this.clerkOf(`c${n}`);
        const email =
          clerk === viewer.name
            ? `c${n}@mail.example`
            : undefined;
        return {
          id: `c${n}`,
          name: `customer ${n}`,
          clerk,
          email,
        };
      }),
    );
  }

  products(ids: readonly string[]): Promise<readonly Product[]> {
    return this.database.query('products', () =>
      rowsOf(ids, 'p', PRODUCTS).map((n) => ({
        id: `p${n}`,
        name: `product ${n}`,
        stock: n === 3 ? undefined : n * 10,
      })),
    );
  }

  /** Only an order of a customer that the viewer looks after. */
  async cancel(viewer: Viewer, id: string): Promise<Cancelled> {
    const [order] = await this.database.query('orders', () =>
      this.#orders.filter(
        (one) => one.id === id && this.sees(viewer, one),
      ),
    );
    if (!order) return { kind: 'unknown' };
    if (order.status === 'SHIPPED')
      return { kind: 'shipped', order };
    order.status = 'CANCELLED';
    return { kind: 'cancelled', order };
  }

  sees(viewer: Viewer, { customerId }: Order): boolean {
    return this.clerkOf(customerId) === viewer.name;
  }

  clerkOf(customer: string): string {
    const n = Number(customer.slice(1));
    return n % 2 === 1 ? 'Ann' : 'Ben';
  }
}

/** Each row once, in the order of the table, as `IN (…)` does. */
function rowsOf(
  ids: readonly string[],
  letter: string,
  count: number,
): number[] {
  const wanted = new Set(ids);
  return Array.from({ length: count }, (_, n) => n + 1).filter(
    (n) => wanted.has(`${letter}${n}`),
  );
}

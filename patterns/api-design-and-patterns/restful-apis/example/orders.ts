import { Problem, type FieldError } from './problem.ts';
import { etagOf } from './conditional.ts';

/** What clients read and write. */
export interface Order {
  readonly items: readonly string[];
  readonly note: string;
}

export interface StoredOrder extends Order {
  readonly id: string;
  readonly version: number;
}

const MOST_ORDERS = 1_000;
const MOST_ITEMS = 50;
const LONGEST_ITEM = 60;
const LONGEST_NOTE = 200;

/** Orders in memory, each with the version that its tag names. */
export class Orders {
  readonly #orders = new Map<string, StoredOrder>();
  #next = 1;
  /** Of all orders: one made anew never has an old tag. */
  #version = 0;

  get(id: string): StoredOrder | undefined {
    return this.#orders.get(id);
  }

  etag(id: string): string | undefined {
    const order = this.#orders.get(id);
    return order && etagOf(order.version);
  }

  count(): number {
    return this.#orders.size;
  }

  /** @returns orders after that id, oldest first */
  page(
    limit: number,
    after: string | undefined,
  ): readonly StoredOrder[] {
    const all = [...this.#orders.values()];
    const from =
      after === undefined
        ? 0
        : all.findIndex(({ id }) => id === after) + 1;
    return all.slice(from, from + limit);
  }

  /** @throws {Problem} 503 where there is no room */
  put(id: string, order: Order): StoredOrder {
    const isNew = !this.#orders.has(id);
    if (isNew && this.#orders.size >= MOST_ORDERS) {
      throw new Problem(503, 'full', 'Delete an order first.');
    }
    this.#version += 1;
    const version = this.#version;
    const stored = {
      id,
      items: order.items,
      note: order.note,
      version,
    };
    this.#orders.set(id, stored);
    return stored;
  }

  /** @returns a name that no order has */
  freeId(): string {
    while (this.#orders.has(`${this.#next}`)) this.#next += 1;
    return `${this.#next}`;
  }

  delete(id: string): void {
    this.#orders.delete(id);
  }
}

/** @throws {Problem} 422 with every field that is wrong */
export function readOrder(value: unknown): Order {
  const {
    items,
    note = '',
    ...others
  } = Object(value) as Record<string, unknown>;
  const errors: FieldError[] = Object.keys(others)
    .filter((name) => name !== 'id')
    .map((name) => ({
      pointer: `#/${name}`,
      detail: 'is not known',
    }));
  const isText = (one: unknown, longest: number): one is string =>
    typeof one === 'string' && one.length <= longest;
  const listed = Array.isArray(items) ? (items as unknown[]) : [];
  if (listed.length === 0 || listed.length > MOST_ITEMS) {
    errors.push({
      pointer: '#/items',
      detail: `must have 1 to ${MOST_ITEMS} items`,
    });
  }
  listed.forEach((item, index) => {
    if (isText(item, LONGEST_ITEM) && item !== '') return;
    const detail = `needs 1 to ${LONGEST_ITEM} characters`;
    errors.push({ pointer: `#/items/${index}`, detail });
  });
  if (!isText(note, LONGEST_NOTE)) {
    const detail = `takes at most ${LONGEST_NOTE} characters`;
    errors.push({ pointer: '#/note', detail });
  }
  if (errors.length > 0) {
    throw new Problem(
      422,
      'not-valid',
      'Mend the fields that `errors` names.',
      { errors },
    );
  }
  return { items: listed as string[], note: note as string };
}

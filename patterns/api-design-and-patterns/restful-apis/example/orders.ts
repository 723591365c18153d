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
  /** How many were made before it, it included. */
  readonly place: number;
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
  #made = 0;

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

  /**
   * @param after a place: it stays where its order is deleted
   * @returns orders behind that place, oldest first
   */
  page(limit: number, after: number): readonly StoredOrder[] {
    return [...this.#orders.values()]
      .filter(({ place }) => place > after)
      .slice(0, limit);
  }

  /** @throws {Problem} 507 where there is no room */
  put(id: string, { items, note }: Order): StoredOrder {
    const old = this.#orders.get(id);
    if (!old && this.#orders.size >= MOST_ORDERS) {
      throw new Problem(507, 'full', 'Delete an order first.');
    }
    this.#version += 1;
    const version = this.#version;
    const place = old?.place ?? (this.#made += 1);
    const stored = { id, items, note, version, place };
    this.#orders.set(id, stored);
    return stored;
  }

  /** @returns a name that no order has, given only once */
  freeId(): string {
    while (this.#orders.has(`${this.#next}`)) this.#next += 1;
    const id = `${this.#next}`;
    this.#next += 1;
    return id;
  }

  delete(id: string): void {
    this.#orders.delete(id);
  }
}

/** @returns whether it is `{ … }`, so no list and no null */
export function isObject(
  value: unknown,
): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value)
  );
}

/**
 * @param id of its address, which the body may repeat
 * @throws {Problem} 422 with every field that is wrong
 */
export function readOrder(value: unknown, id?: string): Order {
  if (!isObject(value)) {
    throw notValid([{ pointer: '#', detail: 'is no object' }]);
  }
  const { items, note = '', ...others } = value;
  const errors: FieldError[] = Object.entries(others)
    .filter(([name, one]) => name !== 'id' || one !== id)
    .map(([name]) => ({
      pointer: pointerTo(name),
      detail:
        name === 'id' && id !== undefined
          ? `must be ${id}, as in the address`
          : 'is not known',
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
  if (errors.length > 0) throw notValid(errors);
  return { items: listed as string[], note: note as string };
}

function notValid(errors: readonly FieldError[]): Problem {
  const detail = 'Mend the fields that `errors` names.';
  return new Problem(422, 'not-valid', detail, { errors });
}

/** RFC 6901: `~` and `/` escaped, then as part of a URI. */
function pointerTo(name: string): string {
  const escaped = name
    .replaceAll('~', '~0')
    .replaceAll('/', '~1');
  return `#/${encodeURIComponent(escaped.toWellFormed())}`;
}

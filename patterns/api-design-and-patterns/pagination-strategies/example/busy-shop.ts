import type { Random, World } from '#lab';
import type { OrdersTable } from './orders-table.ts';
import { PAGE_MS } from './page-clock.ts';

export const SHOP = 'north';

export interface Changes {
  /** Orders that come in while a page is read. */
  readonly inserted: number;
  /** Orders, already read, that are deleted meanwhile. */
  readonly deleted: number;
  /** Orders, not yet read, whose date is set to now. */
  readonly moved: number;
}

/** From which page until which, as shares of all. */
const COME = [1 / 8, 3 / 8] as const;
const GO = [1 / 2, 3 / 4] as const;
const MOVED = [3 / 4, 7 / 8] as const;

/** What goes on while somebody reads, page after page. */
export class BusyShop {
  readonly #table: OrdersTable;
  readonly #changes: Changes;
  readonly #pages: number;
  readonly #dice: Random;
  readonly #waiting: Set<number>;

  /**
   * @param pages that the list has before anything changes
   * @param ids of its orders
   */
  constructor(
    world: World,
    table: OrdersTable,
    changes: Changes,
    { pages, ids }: { pages: number; ids: readonly number[] },
  ) {
    this.#table = table;
    this.#changes = changes;
    this.#pages = pages;
    this.#dice = world.random.fork('shop');
    this.#waiting = new Set(ids);
    const span = (what: string, part: readonly number[]) => {
      const [from = 0, to = 0] = part.map(
        (share) => Math.ceil(share * pages) * PAGE_MS,
      );
      world.span(what, from, to);
    };
    if (changes.inserted > 0) span('orders come in', COME);
    if (changes.deleted > 0) span('orders go', GO);
    if (changes.moved > 0) span('new dates', MOVED);
  }

  /** Orders that were there from the start and still are. */
  get waiting(): ReadonlySet<number> {
    return this.#waiting;
  }

  /** @param read ids on the reader's list, in its order */
  async afterPage(
    page: number,
    read: readonly number[],
  ): Promise<void> {
    const { inserted, deleted, moved } = this.#changes;
    if (this.#isAt(page, COME)) {
      for (let one = 0; one < inserted; one += 1)
        await this.#table.insert(SHOP);
    }
    if (this.#isAt(page, GO)) await this.#delete(deleted, read);
    if (this.#isAt(page, MOVED)) {
      const known = new Set(read);
      const unread = [...this.#waiting].filter(
        (id) => !known.has(id),
      );
      for (const id of this.#some(moved, unread))
        await this.#table.move(id);
    }
  }

  #isAt(page: number, part: readonly [number, number]): boolean {
    const [from, to] = part.map((share) => share * this.#pages);
    return page >= (from ?? NaN) && page < (to ?? NaN);
  }

  /** The last one read goes first: a cursor stands on it. */
  async #delete(
    count: number,
    read: readonly number[],
  ): Promise<void> {
    const old = read.filter((id) => this.#waiting.has(id));
    const last = old.splice(-1);
    const ids = [...last, ...this.#some(count - 1, old)];
    for (const id of ids.slice(0, count)) {
      await this.#table.remove(id);
      this.#waiting.delete(id);
    }
  }

  #some(count: number, ids: readonly number[]): number[] {
    const left = [...ids];
    const picked: number[] = [];
    while (picked.length < count && left.length > 0) {
      const at = Math.floor(this.#dice.next() * left.length);
      picked.push(...left.splice(at, 1));
    }
    return picked;
  }
}

import { NoSlotError, Service, Slots, spread } from '#lab';
import type { World } from '#lab';
import { Tally } from './tally.ts';

export const TABLETS = 24;
const ORDER_EVERY_MS = 400;
const LAST_ORDER_MS = 38_000;
/** No orders come at lunch. */
const LUNCH = { fromMs: 24_000, toMs: 33_000 };

/** Orders, the list of them, and a door for whoever connects. */
export class Warehouse {
  readonly world: World;
  readonly tally: Tally;
  readonly #orders: string[] = [];
  readonly #door: Service<string, void>;
  readonly #list: Service<string, string>;

  constructor(world: World) {
    const { clock } = world;
    this.world = world;
    this.tally = new Tally(world, TABLETS);
    this.#door = new Service<string, void>(world, {
      name: 'front door',
      slots: new Slots({
        clock,
        name: 'place',
        size: 2,
        queue: 8,
      }),
      latencyMs: () => 100,
      handle: async () => {},
    });
    this.#list = new Service<string, string>(world, {
      name: 'whole list',
      slots: new Slots({ clock, name: 'connection', size: 2 }),
      latencyMs: () => 60,
      handle: async () => JSON.stringify(this.#orders),
    });
  }

  /** Moments at which orders come. */
  get orderTimes(): number[] {
    const everyMs = ORDER_EVERY_MS;
    const moments = spread(this.world.random.fork('orders'), {
      count: LAST_ORDER_MS / everyMs,
      everyMs,
      within: [0, 1],
    });
    const { fromMs, toMs } = LUNCH;
    return moments.filter((at) => at < fromMs || at >= toMs);
  }

  order(n: number): string {
    const order = `order ${n}`;
    this.#orders.push(order);
    this.tally.orders = this.#orders.length;
    return order;
  }

  /** All orders, from the database. */
  load(from: string): Promise<string> {
    this.tally.lists += 1;
    return this.#list.call('', { from, label: 'list' });
  }

  /** @returns false where it is refused, since too many wait */
  async enter(tablet: number): Promise<boolean> {
    const label = `tablet ${tablet}`;
    try {
      await this.#door.call('', { from: label, label });
      return true;
    } catch (error) {
      if (!(error instanceof NoSlotError)) throw error;
      this.world.noteOnce('a tablet is refused: 503', 'refused');
      return false;
    }
  }
}

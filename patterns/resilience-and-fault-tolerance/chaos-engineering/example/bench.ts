import { arrivals, spread } from '#lab';
import type { World } from '#lab';
import { FaultPoint, groupOf } from './fault-point.ts';
import type { Fault, Group, Hold, Trial } from './fault-point.ts';
import { PaymentError, Shop } from './shop.ts';
import type { Count } from './statistics.ts';

export const RUN_MS = 56_000;
/** An order is good that is placed within this. */
export const LIMIT_MS = 1_000;
export const PER_SECOND = 40;
const PEOPLE = 5_000;
const LAST_ORDER_MS = 53_000;
const MAX_TTL_MS = 60_000;

interface Order {
  atMs: number;
  group: Group;
  isGood: boolean;
}

/** The shop, its customers, and what became of each order. */
export class Bench {
  readonly shop: Shop;
  readonly world: World;
  /** Who takes part now; in the baseline, all do. */
  trial: Trial | 'all' | undefined;
  faultMs = 0;
  /** Bad orders whose payment went through. */
  hurt = 0;
  readonly #point: FaultPoint;
  readonly #fault: Fault;
  readonly #orders: Order[] = [];

  constructor(
    world: World,
    options: { fault: Fault; workers: number; badHour: number },
  ) {
    const { fault, workers, badHour } = options;
    this.world = world;
    this.#fault = fault;
    this.#point = new FaultPoint(world.clock, MAX_TTL_MS);
    const point = this.#point;
    this.shop = new Shop(world, { point, workers, badHour });
    world.state('fault', 'none', 'normal');
  }

  /** Begins the fault, and shows when it ends. */
  inject(ttlMs: number, whom: string): Hold {
    const { world } = this;
    const sinceMs = world.clock.now();
    const hold = this.#point.inject(this.#fault, ttlMs, () => {
      this.faultMs += world.clock.now() - sinceMs;
      world.note('fault: gone');
      world.state('fault', 'none', 'normal');
    });
    world.note(`fault: ${this.#fault.kind}, ${whom}`);
    world.state('fault', whom, 'blocked');
    return hold;
  }

  /** Lets customers order for the whole run. */
  async open(): Promise<void> {
    const { clock, random } = this.world;
    const everyMs = 1_000 / PER_SECOND;
    const count = LAST_ORDER_MS / everyMs;
    const within = [0, 1] as const;
    const dice = random.fork('arrivals');
    const people = random.fork('people');
    const moments = spread(dice, { count, everyMs, within });
    this.#draw();
    await arrivals(clock, moments, (n) => {
      const who = Math.floor(people.uniform(0, PEOPLE));
      return this.#order(n, `customer ${who}`);
    });
    await clock.sleep(RUN_MS - clock.now());
  }

  async #order(n: number, customer: string): Promise<void> {
    const { clock } = this.world;
    const { trial } = this;
    const group =
      trial === 'all'
        ? 'treated'
        : trial
          ? groupOf(trial, customer)
          : 'rest';
    const atMs = clock.now();
    const order: Order = { atMs, group, isGood: false };
    this.#orders.push(order);
    try {
      await this.shop.order(n, group === 'treated');
      order.isGood = clock.now() - atMs <= LIMIT_MS;
      if (!order.isGood) this.hurt += 1;
    } catch (error) {
      if (!(error instanceof PaymentError)) this.hurt += 1;
    }
  }

  /**
   * Orders begun in this time, each judged at the age of the
   * limit: one still under way then is bad. To leave those out
   * would hide the slowest.
   */
  count(fromMs: number, toMs: number, group?: Group): Count {
    const oldMs = this.world.clock.now() - LIMIT_MS;
    const seen = this.#orders.filter(
      (order) =>
        order.atMs >= fromMs &&
        order.atMs < Math.min(toMs, oldMs) &&
        (!group || order.group === group),
    );
    const bad = seen.filter(({ isGood }) => !isGood).length;
    return { bad, total: seen.length };
  }

  /** A point of each line every second. */
  #draw(): void {
    const { world } = this;
    const point = (name: string, of: Count): void => {
      if (of.total === 0) return;
      const value = Math.round((100 * of.bad) / of.total);
      world.value(name, value, { unit: '%' });
    };
    for (let atMs = 2_000; atMs <= RUN_MS; atMs += 1_000)
      world.clock.setTimer(atMs, () => {
        const span = [atMs - 2_000, atMs - 1_000] as const;
        point('bad, all', this.count(...span));
        if (typeof this.trial !== 'object') return;
        point('bad, with fault', this.count(...span, 'treated'));
        point('bad, control', this.count(...span, 'control'));
      });
  }
}

import { Slots, TimeoutError } from '#lab';
import type { Random, World } from '#lab';
import { DeadlineError } from './deadline.ts';
import type { Deadline } from './deadline.ts';
import type { Hops, Sent } from './hops.ts';

export const SLOW_FROM_MS = 6_000;
const STOCK_MS = 500;
const OWN_MS = 20; // what shop and orders do themselves

export interface Slowness {
  forMs: number;
  factor: number;
}

/** Three services in a row; stock has one worker. */
export class Services {
  /** Requests in the shop now, whoever still waits for them. */
  inShop = 0;
  mostInShop = 0;
  /** Request → ms that stock has worked on it. */
  readonly workedMs = new Map<string, number>();
  readonly #world: World;
  readonly #hops: Hops;
  readonly #slowness: Slowness;
  readonly #worker: Slots;
  readonly #dice: Random;

  constructor(world: World, hops: Hops, slowness: Slowness) {
    this.#world = world;
    this.#hops = hops;
    this.#slowness = slowness;
    this.#dice = world.random.fork('stock');
    this.#worker = new Slots({
      clock: world.clock,
      name: 'worker',
      size: 1,
    });
  }

  async shop(label: string, sent: Sent): Promise<void> {
    this.#countShop(1);
    try {
      const mine = this.#hops.received(sent);
      await this.#own(mine);
      await this.#call('shop', 'orders', label, mine, (next) =>
        this.#orders(label, next),
      );
    } finally {
      this.#countShop(-1);
    }
  }

  async #orders(label: string, sent: Sent): Promise<void> {
    const mine = this.#hops.received(sent);
    await this.#own(mine);
    await this.#call('orders', 'stock', label, mine, (next) =>
      this.#stock(label, next),
    );
  }

  async #stock(label: string, sent: Sent): Promise<void> {
    const mine = this.#hops.received(sent);
    // All within one run: a worker that is given in the moment
    // in which time is up must be given back by who got it.
    await mine.run(async (signal) => {
      const release = await this.#worker.acquire(signal);
      const { clock } = this.#world;
      const fromMs = clock.now();
      try {
        mine.require(this.#hops.leastMs);
        await clock.sleep(this.#workMs(), { signal });
      } finally {
        this.workedMs.set(label, clock.now() - fromMs);
        release();
      }
    });
  }

  /**
   * A caller that stops waiting tells nobody: the other side
   * stops only if it knows by itself that time is up.
   */
  async #call(
    from: string,
    to: string,
    label: string,
    mine: Deadline,
    ask: (next: Sent) => Promise<void>,
  ): Promise<void> {
    const next = this.#hops.sent(mine);
    const patience = this.#hops.patience(mine);
    await this.#world.call({ from, to, label }, () =>
      inTime(patience, () => ask(next)),
    );
  }

  #own(mine: Deadline): Promise<void> {
    return mine.run((signal) =>
      this.#world.clock.sleep(OWN_MS, { signal }),
    );
  }

  #workMs(): number {
    const { forMs, factor } = this.#slowness;
    const now = this.#world.clock.now();
    const slow =
      now >= SLOW_FROM_MS && now < SLOW_FROM_MS + forMs;
    const spread = this.#dice.uniform(0.9, 1.1);
    return STOCK_MS * spread * (slow ? factor : 1);
  }

  #countShop(change: number): void {
    this.inShop += change;
    this.mostInShop = Math.max(this.mostInShop, this.inShop);
    this.#world.value('requests in the shop', this.inShop);
  }
}

/** Waits for an answer; a caller who gives up says so. */
export async function inTime(
  patience: Deadline,
  ask: () => Promise<void>,
): Promise<void> {
  const givenMs = patience.leftMs;
  try {
    await patience.run(ask);
  } catch (error) {
    const late =
      error instanceof DeadlineError && patience.leftMs === 0;
    throw late ? new TimeoutError(givenMs) : error;
  }
}

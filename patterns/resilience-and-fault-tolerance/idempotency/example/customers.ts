import {
  arrivals,
  ServiceError,
  spread,
  TimeoutError,
} from '#lab';
import type { World } from '#lab';
import type { Ledger } from './ledger.ts';
import type { Payment, Reply } from './payments.ts';
import { RefusedError } from './shop.ts';
import type { Shop } from './shop.ts';

export const PURCHASES = 20;
const EVERY_MS = 2_000;
const TRIES = 8;
const BASE_MS = 400;
const MOST_MS = 3_200;
/** Clicks twice, and each click is sent. */
const CLICKS = new Set([3, 9, 17]);
const SECOND_CLICK_MS = 60;
/** Closes before it has noted the answer, and asks again. */
export const LATE = 5;
const LATE_MS = 24_000;
/** Buys more, and sends the same key. */
const REUSES = 18;

/** All who buy, each with a key that was made once. */
export class Customers {
  readonly #world: World;
  readonly #shop: Shop;
  readonly #ledger: Ledger;
  readonly #timeoutMs: number;

  constructor(
    world: World,
    shop: Shop,
    ledger: Ledger,
    timeoutMs: number,
  ) {
    this.#world = world;
    this.#shop = shop;
    this.#ledger = ledger;
    this.#timeoutMs = timeoutMs;
  }

  run(): Promise<void> {
    const { clock, random } = this.#world;
    const moments = spread(random.fork('purchases'), {
      count: PURCHASES,
      everyMs: EVERY_MS,
      within: [0.2, 0.6],
    });
    return arrivals(clock, moments, (n) => this.#come(n));
  }

  async #come(n: number): Promise<void> {
    const { clock } = this.#world;
    const payment = paymentOf(n, `key ${n}`);
    this.#ledger.wants(payment.purchase);
    if (n === LATE) {
      await this.#try(payment, 1).catch(() => undefined);
      await clock.sleep(LATE_MS);
      this.#world.note(`purchase ${n} asks again`);
    }
    const tries = [this.#until(payment)];
    if (CLICKS.has(n)) {
      await clock.sleep(SECOND_CLICK_MS);
      tries.push(this.#until(payment));
    }
    await Promise.all(tries);
    if (n === REUSES) await this.#buyMore(payment);
  }

  /** A bug of this client: a key for each cart. */
  async #buyMore({ key }: Payment): Promise<void> {
    const payment = paymentOf(PURCHASES + 1, key);
    this.#ledger.wants(payment.purchase);
    const reply = await this.#until(payment);
    if (reply?.status !== 422) return;
    await this.#until({ ...payment, key: `${key}, new` });
  }

  /** The same request until there is an answer to it. */
  async #until(payment: Payment): Promise<Reply | undefined> {
    const { clock, random } = this.#world;
    const startMs = clock.now();
    const { purchase } = payment;
    const dice = random.fork(`wait ${purchase} ${startMs}`);
    for (let nth = 1; nth <= TRIES; nth += 1) {
      const reply = await this.#try(payment, nth);
      const { status = 0, retryAfterMs = 0 } = reply ?? {};
      if (status === 201 || status === 422) return reply;
      const mostMs = Math.min(BASE_MS * 2 ** (nth - 1), MOST_MS);
      await clock.sleep(retryAfterMs + dice.uniform(0, mostMs));
    }
    this.#ledger.gaveUp(purchase);
    return undefined;
  }

  /** @returns nothing where none came */
  async #try(
    payment: Payment,
    nth: number,
  ): Promise<Reply | undefined> {
    const { purchase } = payment;
    const label = nth === 1 ? purchase : `${purchase} try ${nth}`;
    const call = {
      from: 'customers',
      label,
      timeoutMs: this.#timeoutMs,
    };
    const reply = await this.#shop.service
      .call(payment, call)
      .catch(replyIn);
    if (reply) this.#ledger.hears(payment, reply);
    return reply;
  }
}

/** @returns the reply of a refusal; nothing where none came */
function replyIn(error: unknown): Reply | undefined {
  if (error instanceof RefusedError) return error.reply;
  const silent =
    error instanceof TimeoutError ||
    error instanceof ServiceError;
  if (silent) return undefined;
  throw error;
}

function paymentOf(n: number, key: string): Payment {
  const purchase = `purchase ${n}`;
  return { account: 'web', key, purchase, cents: 1000 + n };
}

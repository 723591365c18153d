import { Slots, withDeadline } from '#lab';
import type { Random, World } from '#lab';
import type { Fault, FaultPoint } from './fault-point.ts';

const BAD_HOUR = { fromMs: 31_000, toMs: 52_000 };
const PATIENCE_MS = 2_000;
const USUAL_FAILURES = 0.01;
const PAYMENT = { p50: 80, p99: 250 };
const ESTIMATE_MS = 40;
const FOR_EVER_MS = 1e9;

/** Not the fault's doing: this happens on any day. */
export class PaymentError extends Error {
  override readonly name = 'PaymentError';
}

export interface ShopOptions {
  point: FaultPoint;
  /** Orders that it works on at once. */
  workers: number;
  /** Share of payments that fail in the bad hour. */
  badHour: number;
}

/**
 * Takes orders: payment, then an estimate of the delivery day
 * that an order can do without. Errors of the estimate are
 * caught. Nobody thought of one that does not answer.
 */
export class Shop {
  /** Of the call for the estimate: the fix, once deployed. */
  timeoutMs: number | undefined;
  readonly #world: World;
  readonly #options: ShopOptions;
  readonly #workers: Slots;

  constructor(world: World, options: ShopOptions) {
    this.#world = world;
    this.#options = options;
    this.#workers = new Slots({
      clock: world.clock,
      name: 'worker',
      size: options.workers,
    });
    this.#tellBadHour();
  }

  /** @throws where the customer has no order in the end */
  async order(n: number, hasFault: boolean): Promise<void> {
    const { clock, random } = this.#world;
    const dice = random.fork(`order ${n}`);
    const timeoutMs = PATIENCE_MS;
    await withDeadline(clock, { timeoutMs }, async (signal) => {
      const release = await this.#workers.acquire(signal);
      try {
        await this.#pay(dice, signal);
        await this.#estimate(dice, hasFault, signal);
      } finally {
        release();
      }
    });
  }

  async #pay(dice: Random, signal: AbortSignal): Promise<void> {
    const { clock } = this.#world;
    const isBad =
      clock.now() >= BAD_HOUR.fromMs &&
      clock.now() < BAD_HOUR.toMs;
    const fails = dice.chance(
      isBad ? this.#options.badHour : USUAL_FAILURES,
    );
    await clock.sleep(dice.latency(PAYMENT), { signal });
    if (fails) throw new PaymentError();
  }

  /** The day, or nothing: the page then says "3 to 5 days". */
  async #estimate(
    dice: Random,
    hasFault: boolean,
    signal: AbortSignal,
  ): Promise<void> {
    const { clock } = this.#world;
    const fault = hasFault
      ? this.#options.point.fault
      : undefined;
    const { timeoutMs } = this;
    try {
      await withDeadline(
        clock,
        { timeoutMs, signal },
        async (late) => {
          if (fault) await this.#suffer(fault, dice, late);
          await clock.sleep(ESTIMATE_MS, { signal: late });
        },
      );
    } catch {
      signal.throwIfAborted(); // the customer has gone
    }
  }

  async #suffer(
    fault: Fault,
    dice: Random,
    signal: AbortSignal,
  ): Promise<void> {
    const { clock } = this.#world;
    if (fault.kind === 'error') throw new Error('503');
    if (fault.kind === 'delay')
      await clock.sleep(fault.delayMs, { signal });
    else if (dice.chance(fault.share))
      await clock.sleep(FOR_EVER_MS, { signal });
  }

  #tellBadHour(): void {
    const { fromMs, toMs } = BAD_HOUR;
    const pct = Math.round(100 * this.#options.badHour);
    this.#world.span('bad hour at payment', fromMs, toMs);
    this.#world.clock.setTimer(fromMs, () =>
      this.#world.note(`payment: a bad hour, ${pct} % fail`),
    );
  }
}

import { Network, ServiceError } from '#lab';
import type { Cut, World } from '#lab';
import { Participant } from './participant.ts';
import { request } from './request.ts';
import type { Step } from './saga.ts';

export interface ShopOptions {
  /** How long payment refuses everything. */
  readonly downMs: number;
  /** Pieces in the warehouse. */
  readonly stock: number;
  /** After which stock and money are free by themselves. */
  readonly holdMs: number;
  readonly tombstones: boolean;
  /** Charges before the courier is booked. */
  readonly captureFirst: boolean;
  readonly onChange: () => void;
}

const TIMEOUT_MS = 1_500;
export const DOWN_FROM_MS = 11_000;
/** An answer of payment gets lost: order 4. */
const LOST: Cut = {
  between: [['payment'], ['shop']],
  oneWay: true,
  fromMs: 17_000,
  toMs: 19_000,
  label: 'answer lost',
};
/** A request to payment comes late: order 5. */
const LATE = { fromMs: 21_000, toMs: 21_500, byMs: 4_000 };
const NO_VAN = new Set([2, 3, 6, 8].map((n) => `order ${n}`));
const NOT_CANCELABLE = 'order 8';

/** Four steps at three services, and what they hold. */
export class Shop {
  readonly reserved: Participant;
  readonly authorized: Participant;
  readonly booked: Participant;
  readonly captured: Participant;
  readonly steps: readonly Step[];
  /** Requests, in all. */
  sent = 0;
  readonly #world: World;
  readonly #network: Network;
  readonly #options: ShopOptions;

  constructor(world: World, options: ShopOptions) {
    const { tombstones, onChange, captureFirst, stock } = options;
    this.#world = world;
    this.#options = options;
    this.#network = new Network(world, {
      cuts: [LOST],
      delayMs: ({ to }) => (to === 'payment' ? this.#late() : 20),
    });
    const rules = { tombstones, onChange };
    this.reserved = new Participant({
      ...rules,
      refuses: () =>
        this.reserved.held < stock ? undefined : 'sold out',
      onDone: (key) => this.#lapseLater(this.reserved, key),
    });
    this.authorized = new Participant({
      ...rules,
      keeps: (key) => this.#whyNotVoid(key),
      onDone: (key) => this.#lapseLater(this.authorized, key),
    });
    this.booked = new Participant({
      ...rules,
      refuses: (key) => (NO_VAN.has(key) ? 'no van' : undefined),
    });
    this.captured = new Participant({
      ...rules,
      refuses: (key) =>
        this.authorized.holds(key) ? undefined : 'no hold',
    });
    this.steps = this.#steps(captureFirst);
  }

  #steps(captureFirst: boolean): Step[] {
    const step = (
      to: string,
      side: Participant,
      name: string,
      undo?: string,
    ): Step => ({
      name,
      act: this.#at(to, name, side, 'act'),
      ...(undo && { undo: this.#at(to, undo, side, 'undo') }),
    });
    const { reserved, authorized, booked, captured } = this;
    const one = step('warehouse', reserved, 'reserve', 'release');
    const two = step('payment', authorized, 'authorize', 'void');
    const book = step('courier', booked, 'book', 'cancel');
    const capture = step('payment', captured, 'capture');
    return captureFirst
      ? [one, two, capture, book]
      : [one, two, book, capture];
  }

  /** A request, as the shop sends it for one order. */
  #at(
    to: string,
    verb: string,
    side: Participant,
    how: 'act' | 'undo',
  ): Step['act'] {
    const { clock, random } = this.#world;
    const dice = random.fork(verb);
    const timeoutMs = TIMEOUT_MS;
    return (key, signal) => {
      this.sent += 1;
      const route = { from: 'shop', to, label: `${key} ${verb}` };
      const call = { ...route, timeoutMs, signal };
      return request(
        this.#world,
        this.#network,
        call,
        async () => {
          if (to === 'payment' && this.#isDown())
            throw new ServiceError(503);
          await clock.sleep(dice.uniform(600, 800));
          side[how](key);
        },
      );
    };
  }

  #isDown(): boolean {
    const sinceMs = this.#world.clock.now() - DOWN_FROM_MS;
    return sinceMs >= 0 && sinceMs < this.#options.downMs;
  }

  #late(): number {
    const now = this.#world.clock.now();
    const late = now >= LATE.fromMs && now < LATE.toMs;
    return late ? LATE.byMs : 20;
  }

  #whyNotVoid(key: string): string | undefined {
    if (this.captured.holds(key)) return 'captured already';
    return key === NOT_CANCELABLE ? 'not cancelable' : undefined;
  }

  #lapseLater(side: Participant, key: string): void {
    this.#world.clock.setTimer(this.#options.holdMs, () => {
      if (!this.captured.holds(key)) side.lapse(key);
    });
  }
}

import { ServiceError } from '#lab';
import type { World } from '#lab';

export const RUN_MS = 40_000;
const HANG_MS = 60_000;
/** What is wrong, in ms from the start. */
export const FAULTS = {
  reviews: { name: 'reviews down', from: 4_000, to: 12_000 },
  offers: { name: 'offers slow', from: 14_000, to: 22_000 },
  sale: { name: 'sale', from: 25_000, to: 31_000 },
  price: { name: 'price down', from: 34_000, to: 37_000 },
} as const;
const PRICE_CHANGES_MS = 35_000;

/** The services behind a product page. */
export class Backends {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
    const { clock } = world;
    for (const { name, from, to } of Object.values(FAULTS)) {
      world.span(name, from, to);
      clock.setTimer(from, () => world.note(name));
      clock.setTimer(to, () => world.note(`${name}: over`));
    }
  }

  /** What the product costs now, whoever may know it. */
  get truePrice(): number {
    const { clock } = this.#world;
    return clock.now() < PRICE_CHANGES_MS ? 20 : 25;
  }

  /** In its outage it hangs. */
  async price(signal: AbortSignal): Promise<number> {
    const ms = this.#isWrong('price') ? HANG_MS : 30;
    await this.#world.clock.sleep(ms, { signal });
    return this.truePrice;
  }

  /** In its outage it refuses. */
  async reviews(signal: AbortSignal): Promise<string> {
    await this.#world.clock.sleep(40, { signal });
    if (this.#isWrong('reviews')) throw new ServiceError(503);
    return '4.5 of 5';
  }

  /** For one customer. In its outage it takes 3 s. */
  async offers(signal: AbortSignal): Promise<string> {
    const ms = this.#isWrong('offers') ? 3_000 : 80;
    await this.#world.clock.sleep(ms, { signal });
    return '10 % off';
  }

  #isWrong(name: keyof typeof FAULTS): boolean {
    const now = this.#world.clock.now();
    return now >= FAULTS[name].from && now < FAULTS[name].to;
  }
}

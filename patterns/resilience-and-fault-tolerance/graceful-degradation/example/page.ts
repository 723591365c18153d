import { ServiceError, Slots } from '#lab';
import type { World } from '#lab';
import { RUN_MS } from './backends.ts';
import type { Backends } from './backends.ts';
import { Dimmer } from './dimmer.ts';
import type { Quality, Served } from './part-options.ts';
import { openParts } from './parts.ts';
import type { Parts, Settings } from './parts.ts';

const WORKERS = 2;
const CORE_MS = 50; // of a worker
const SIMILAR_MS = 200; // more, to find similar products
const DIMMER_MS = 500;
const PRODUCT = 'product 1';

/** What a visitor gets. */
export interface Page {
  price: number;
  /** The worst of its parts. */
  quality: Quality;
  reviewsAgeMs: number;
}

const SHOWN = {
  full: ['fresh', 'normal'],
  stale: ['stale', 'probing'],
  default: ['none', 'blocked'],
} as const;

/** Price and buy, and three parts that a sale can do without. */
export class ProductPage {
  /** Waited for parts that did not come. */
  inVainMs = 0;
  readonly #world: World;
  readonly #degrades: boolean;
  readonly #parts: Parts;
  readonly #workers: Slots;
  readonly #dimmer: Dimmer;

  constructor(world: World, from: Backends, settings: Settings) {
    const { clock, random } = world;
    const { degrades, targetMs } = settings;
    this.#world = world;
    this.#degrades = degrades;
    this.#parts = openParts(world, from, settings);
    this.#workers = new Slots({ clock, size: WORKERS });
    this.#dimmer = new Dimmer({
      clock,
      random: random.fork('dimmer').next,
      targetMs,
      step: 0.1,
    });
    for (let at = 0; at < RUN_MS; at += DIMMER_MS)
      clock.setTimer(at, () => this.#dim());
  }

  #dim(): void {
    if (this.#degrades) this.#dimmer.adjust();
    const share = Math.round(this.#dimmer.share * 100);
    this.#world.value('similar products', share, { unit: '%' });
  }

  /** @throws ServiceError 503 without what the page needs */
  async show(
    customer: string,
    signal: AbortSignal,
  ): Promise<Page> {
    const failed = new AbortController();
    const either = AbortSignal.any([signal, failed.signal]);
    try {
      return await this.#compose(customer, either);
    } catch (error) {
      failed.abort(error); // the rest is for nobody
      throw error;
    }
  }

  async #compose(
    customer: string,
    signal: AbortSignal,
  ): Promise<Page> {
    const { price, reviews, offers } = this.#parts;
    const all = !this.#degrades;
    const [core, stars, offer, lit] = await Promise.all([
      this.#ask('price', true, price.get(PRODUCT, signal)),
      this.#ask('reviews', all, reviews.get(PRODUCT, signal)),
      this.#ask('offers', all, offers.get(customer, signal)),
      this.#work(signal),
    ]);
    const shown = [core, stars, offer].map((one) => one.quality);
    return {
      price: core.value,
      quality: worst(lit ? shown : [...shown, 'default']),
      reviewsAgeMs: stars.ageMs ?? 0,
    };
  }

  /** Degrading is this: without a part that is not needed. */
  async #ask<T>(
    name: keyof Parts,
    needed: boolean,
    asked: Promise<Served<T>>,
  ): Promise<Served<T>> {
    const { clock } = this.#world;
    const startMs = clock.now();
    const served = await asked;
    const [shown, tone] = SHOWN[served.quality];
    this.#world.state(name, shown, tone);
    if (shown === 'fresh') return served;
    this.inVainMs += clock.now() - startMs;
    if (needed && shown === 'none')
      throw new ServiceError(503, `no ${name}`);
    if (!needed) this.#world.noteOnce(`page: ${name} ${shown}`);
    return served;
  }

  /** The page's own work, where a sale hurts. */
  async #work(signal: AbortSignal): Promise<boolean> {
    const done = this.#dimmer.begin();
    try {
      const release = await this.#workers.acquire(signal);
      try {
        const lit = this.#dimmer.lit();
        const ms = lit ? CORE_MS + SIMILAR_MS : CORE_MS;
        await this.#world.clock.sleep(ms, { signal });
        return lit;
      } finally {
        release();
      }
    } finally {
      done();
    }
  }
}

function worst(all: readonly Quality[]): Quality {
  if (all.includes('default')) return 'default';
  return all.includes('stale') ? 'stale' : 'full';
}

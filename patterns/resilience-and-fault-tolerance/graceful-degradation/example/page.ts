import { ServiceError, Slots } from '#lab';
import type { World } from '#lab';
import { RUN_MS } from './backends.ts';
import type { Backends } from './backends.ts';
import { Dimmer } from './dimmer.ts';
import type { OptionalPart } from './part.ts';
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

type Name = keyof Parts;

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
  /** Work that is not done, the oldest first. */
  readonly #underWay = new Set<{ atMs: number }>();

  constructor(world: World, from: Backends, settings: Settings) {
    const { clock, random } = world;
    const { degrades, targetMs } = settings;
    this.#world = world;
    this.#degrades = degrades;
    this.#parts = openParts(world, from, settings);
    this.#workers = new Slots({ clock, size: WORKERS });
    const dice = random.fork('dimmer').next;
    this.#dimmer = new Dimmer({
      targetMs,
      step: 0.1,
      random: dice,
    });
    for (let at = 0; at < RUN_MS; at += DIMMER_MS)
      clock.setTimer(at, () => this.#dim());
  }

  #dim(): void {
    const [oldest] = this.#underWay;
    if (oldest)
      this.#dimmer.took(this.#world.clock.now() - oldest.atMs);
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
    const [core, stars, offer, lit] = await Promise.all([
      this.#need('price', price, PRODUCT, signal),
      this.#want('reviews', reviews, PRODUCT, signal),
      this.#want('offers', offers, customer, signal),
      this.#work(signal),
    ]);
    const all = [core, stars, offer].map((one) => one.quality);
    return {
      price: core.value,
      quality: worst(lit ? all : [...all, 'default']),
      reviewsAgeMs: stars.ageMs ?? 0,
    };
  }

  /** Without a price there is nothing to buy. */
  async #need<T>(
    name: Name,
    part: OptionalPart<T>,
    key: string,
    signal: AbortSignal,
  ): Promise<Served<T>> {
    const served = await this.#ask(name, part, key, signal);
    if (served.quality === 'default')
      throw new ServiceError(503, `no ${name}`);
    return served;
  }

  /** Degrading is this: what is missing is no error. */
  async #want<T>(
    name: Name,
    part: OptionalPart<T>,
    key: string,
    signal: AbortSignal,
  ): Promise<Served<T>> {
    if (!this.#degrades)
      return this.#need(name, part, key, signal);
    const served = await this.#ask(name, part, key, signal);
    const [shown] = SHOWN[served.quality];
    if (shown !== 'fresh')
      this.#world.noteOnce(`page: ${name} ${shown}`);
    return served;
  }

  async #ask<T>(
    name: Name,
    part: OptionalPart<T>,
    key: string,
    signal: AbortSignal,
  ): Promise<Served<T>> {
    const { clock } = this.#world;
    const startMs = clock.now();
    const served = await part.get(key, signal);
    const [shown, tone] = SHOWN[served.quality];
    this.#world.state(name, shown, tone);
    const isNew = served.quality === 'full';
    if (!isNew) this.inVainMs += clock.now() - startMs;
    return served;
  }

  /** The page's own work, where a sale hurts. */
  async #work(signal: AbortSignal): Promise<boolean> {
    const { clock } = this.#world;
    const begun = { atMs: clock.now() };
    this.#underWay.add(begun);
    try {
      const release = await this.#workers.acquire(signal);
      try {
        const lit = this.#dimmer.lit();
        const ms = lit ? CORE_MS + SIMILAR_MS : CORE_MS;
        await clock.sleep(ms, { signal });
        return lit;
      } finally {
        release();
      }
    } finally {
      this.#underWay.delete(begun);
      this.#dimmer.took(clock.now() - begun.atMs);
    }
  }
}

function worst(all: readonly Quality[]): Quality {
  if (all.includes('default')) return 'default';
  return all.includes('stale') ? 'stale' : 'full';
}

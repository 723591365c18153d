import { arrivals, reasonOf, spread, withDeadline } from '#lab';
import type { World } from '#lab';
import { FAULTS } from './backends.ts';
import type { Backends } from './backends.ts';
import type { Page, ProductPage } from './page.ts';

/** How long a visitor waits for a page. */
const PATIENCE_S = 2;
const USUAL = 63;
const USUAL_MS = 600; // from one to the next
const within = [0.1, 0.9] as const;

/** How the visits ended. */
export class Tally {
  /** Pages by the worst of their parts. */
  readonly pages = { full: 0, stale: 0, default: 0 };
  noPage = 0;
  wrongPrice = 0;
  oldestMs = 0;
  readonly #tookMs: number[] = [];

  shown(page: Page, truePrice: number): void {
    this.pages[page.quality] += 1;
    if (page.price !== truePrice) this.wrongPrice += 1;
    this.oldestMs = Math.max(this.oldestMs, page.reviewsAgeMs);
  }

  took(ms: number): void {
    this.#tookMs.push(ms);
  }

  get visitors(): number {
    return this.#tookMs.length;
  }

  /** All but one in twenty had their end by then. */
  get p95Ms(): number {
    const sorted = this.#tookMs.toSorted((a, b) => a - b);
    return sorted[Math.ceil(0.95 * sorted.length) - 1] ?? 0;
  }
}

/** Sends all visitors, many more of them in the sale. */
export async function visit(
  world: World,
  product: ProductPage,
  backends: Backends,
  salePerS: number,
): Promise<Tally> {
  const tally = new Tally();
  await arrivals(
    world.clock,
    momentsOf(world, salePerS),
    async (n) => {
      const startMs = world.clock.now();
      try {
        const page = await look(world, product, `visitor ${n}`);
        tally.shown(page, backends.truePrice);
      } catch (error) {
        tally.noPage += 1;
        world.noteOnce(`visitor: ${reasonOf(error)}`);
      }
      const ms = world.clock.now() - startMs;
      tally.took(ms);
      show(world, ms);
    },
  );
  return tally;
}

function momentsOf(
  { random }: World,
  salePerS: number,
): number[] {
  const { from, to } = FAULTS.sale;
  const everyMs = 1000 / salePerS;
  const count = Math.floor((to - from) / everyMs);
  const usual = { count: USUAL, everyMs: USUAL_MS, within };
  const more = { count, everyMs, within };
  const moments = [
    ...spread(random.fork('usual'), usual),
    ...spread(random.fork('sale'), more).map((ms) => from + ms),
  ];
  return moments.sort((a, b) => a - b);
}

function look(
  world: World,
  product: ProductPage,
  label: string,
): Promise<Page> {
  const timeoutMs = PATIENCE_S * 1000;
  return world.call(
    { from: 'visitors', to: 'product page', label },
    () =>
      withDeadline(world.clock, { timeoutMs }, (signal) =>
        product.show(label, signal),
      ),
    ({ quality }) =>
      quality === 'full' ? 'answered' : 'fallback',
  );
}

function show(world: World, ms: number): void {
  const value = Math.round(ms / 10) / 100;
  const limit = { value: PATIENCE_S, label: 'visitor leaves' };
  world.value('page takes', value, { unit: 's', limit });
}

import { Service, Slots } from '#lab';
import type { World } from '#lab';

const SLOW_FROM_MS = 6_000;
const SLOW_TO_MS = 18_000;
const MAX_WAIT_MS = 250; // for a free thread

export interface ShopOptions {
  threads: number;
  /** Median of the reviews service while it is slow. */
  slowMs: number;
  callTimeoutMs: number;
}

export type Page = 'with reviews' | 'without reviews';
type ReadReviews = () => Promise<Page>;
/** Stands between the product page and the reviews. */
export type Guard = (
  read: ReadReviews,
  signal: AbortSignal,
) => Promise<Page>;

export interface Shop {
  checkout: Service<string, string>;
  product: Service<string, Page>;
  /** Whether reviews answers as it does on a good day, now. */
  reviewsAreQuick(): boolean;
}

/** Two pages that share threads; one shows reviews. */
export function openShop(
  world: World,
  { threads, slowMs, callTimeoutMs }: ShopOptions,
  guard: Guard,
): Shop {
  const dice = world.random.fork('reviews');
  const reviewsAreQuick = (): boolean => {
    const now = world.clock.now();
    return now < SLOW_FROM_MS || now >= SLOW_TO_MS;
  };
  const latencyMs = (): number => {
    const quickMs = dice.latency({ p50: 100, p99: 250 });
    return reviewsAreQuick() ? quickMs : quickMs * (slowMs / 100);
  };
  const reviews = new Service<string, Page>(world, {
    name: 'reviews',
    latencyMs: () => latencyMs(),
    handle: async () => 'with reviews',
  });
  const slots = threadPool(world, threads);
  const product = new Service<string, Page>(world, {
    name: 'product',
    slots,
    latencyMs: () => 20,
    handle: (label, signal) => {
      const timeoutMs = callTimeoutMs;
      const call = { from: 'product', label, timeoutMs, signal };
      return guard(() => reviews.call(label, call), signal);
    },
    outcomeOf: (page) =>
      page === 'with reviews' ? 'answered' : 'fallback',
  });
  const checkout = new Service<string, string>(world, {
    name: 'checkout',
    slots,
    latencyMs: () => 150,
    handle: async (order) => order,
  });
  tellSlowness(world);
  return { checkout, product, reviewsAreQuick };
}

function tellSlowness(world: World): void {
  const { clock } = world;
  world.span('reviews is slow', SLOW_FROM_MS, SLOW_TO_MS);
  clock.setTimer(SLOW_FROM_MS, () => {
    world.note('reviews is slow');
  });
  clock.setTimer(SLOW_TO_MS, () => {
    world.note('reviews is quick again');
  });
}

function threadPool(world: World, size: number): Slots {
  const limit = { value: size, label: `pool limit ${size}` };
  let told = false;
  const show = (held: number): void => {
    world.value('threads held', held, { limit });
    if (told || held < size) return;
    told = true;
    world.note(`all ${size} threads held`);
  };
  show(0);
  return new Slots({
    clock: world.clock,
    name: 'thread',
    size,
    maxWaitMs: MAX_WAIT_MS,
    onChange: show,
  });
}

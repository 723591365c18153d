import { arrivals, reasonOf, Service, spread } from '#lab';
import type { World } from '#lab';
import type { Store } from './store.ts';

export const CHECKOUTS = 60;
const TIMEOUT_MS = 2_000;

/** How single requests fared while the batch ran. */
export class Checkouts {
  failed = 0;
  slowestMs = 0;
}

/** Each buys one of the products, in a transaction of its own. */
export async function shop(
  world: World,
  store: Store,
  { runMs, products }: { runMs: number; products: number },
): Promise<Checkouts> {
  const { clock, random } = world;
  const seen = new Checkouts();
  const checkout = new Service<number, void>(world, {
    name: 'checkout',
    latencyMs: () => 10,
    handle: async (product, signal) => {
      await store.run((change) => change({ product }), signal);
    },
  });
  let waiting = 0;
  const show = (change: number): void => {
    waiting += change;
    world.value('checkouts under way', waiting);
  };
  const dice = random.fork('products');
  const buy = async (n: number): Promise<void> => {
    const product = Math.floor(dice.uniform(1, products + 1));
    const label = `order ${n}`;
    const startMs = clock.now();
    const call = {
      from: 'customers',
      label,
      timeoutMs: TIMEOUT_MS,
    };
    show(1);
    try {
      await checkout.call(product, call);
    } catch (error) {
      seen.failed += 1;
      world.noteOnce(`checkout: ${reasonOf(error)}`);
    } finally {
      show(-1);
    }
    const tookMs = clock.now() - startMs;
    seen.slowestMs = Math.max(seen.slowestMs, tookMs);
  };
  show(0);
  const everyMs = runMs / CHECKOUTS;
  const plan = {
    count: CHECKOUTS,
    everyMs,
    within: [0.1, 0.9],
  } as const;
  const moments = spread(random.fork('arrivals'), plan);
  await arrivals(clock, moments, buy);
  return seen;
}

import { arrivals, reasonOf } from '#lab';
import type { World } from '#lab';
import type { Page, Shop } from './shop.ts';

export const RUN_MS = 30_000;
export const PRODUCTS = 60;
export const ORDERS = 40;
const LAST_ARRIVAL_MS = 29_000;

/** How the visits ended. */
export class Tally {
  ordersFailed = 0;
  productsFailed = 0;
  withReviews = 0;
  withoutReviews = 0;
  /** Without reviews although these were quick. */
  refusedInVain = 0;
}

/** Sends all visitors into the shop and waits for the last. */
export async function visit(
  world: World,
  shop: Shop,
): Promise<Tally> {
  const tally = new Tally();
  const from = 'customers';

  const buy = async (label: string): Promise<void> => {
    try {
      await shop.checkout.call(label, { from, label });
    } catch (error) {
      tally.ordersFailed += 1;
      world.noteOnce(`checkout: ${reasonOf(error)}`);
    }
  };
  const look = async (label: string): Promise<void> => {
    const quick = shop.reviewsAreQuick();
    try {
      count(
        await shop.product.call(label, { from, label }),
        quick,
      );
    } catch (error) {
      tally.productsFailed += 1;
      world.noteOnce(`product: ${reasonOf(error)}`);
    }
  };
  const count = (page: Page, quick: boolean): void => {
    if (page === 'with reviews') {
      tally.withReviews += 1;
      return;
    }
    tally.withoutReviews += 1;
    if (quick) tally.refusedInVain += 1;
    world.noteOnce(`product: ${page}`);
  };

  await Promise.all([
    byChance(world, 'product', PRODUCTS, look),
    byChance(world, 'order', ORDERS, buy),
  ]);
  return tally;
}

/** Visitors do not know of each other, so some come together. */
async function byChance(
  world: World,
  name: string,
  count: number,
  arrive: (label: string) => Promise<void>,
): Promise<void> {
  const dice = world.random.fork(name);
  const draw = (): number => dice.uniform(0, LAST_ARRIVAL_MS);
  const moments = Array.from({ length: count }, draw);
  moments.sort((a, b) => a - b);
  await arrivals(world.clock, moments, (n) =>
    arrive(`${name} ${n}`),
  );
}

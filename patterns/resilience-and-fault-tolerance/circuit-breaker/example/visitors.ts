import { arrivals, reasonOf, spread } from '#lab';
import type { World } from '#lab';
import type { Receipt, Shop } from './shop.ts';

export const RUN_MS = 30_000;
export const PAGES = 40;
export const ORDERS = 50;

/** How the visits ended. */
export class Tally {
  pagesFailed = 0;
  ordersFailed = 0;
  chargedLater = 0;
  paid = 0;
  /** Charged later although payment would have answered. */
  refusedInVain = 0;
}

/** Sends all visitors into the shop and waits for the last. */
export async function visit(
  world: World,
  shop: Shop,
): Promise<Tally> {
  const tally = new Tally();
  const from = 'customers';

  const browse = async (label: string): Promise<void> => {
    try {
      await shop.catalogue.call(label, { from, label });
    } catch (error) {
      tally.pagesFailed += 1;
      world.noteOnce(`catalogue: ${reasonOf(error)}`);
    }
  };
  const buy = async (label: string): Promise<void> => {
    try {
      count(await shop.checkout.call(label, { from, label }));
    } catch (error) {
      tally.ordersFailed += 1;
      world.noteOnce(`checkout: ${reasonOf(error)}`);
    }
  };
  const count = (receipt: Receipt): void => {
    if (receipt === 'paid') {
      tally.paid += 1;
      return;
    }
    tally.chargedLater += 1;
    if (shop.paymentWorks()) tally.refusedInVain += 1;
    world.noteOnce('checkout: charged later');
  };

  await Promise.all([
    evenly(world, 'page', PAGES, browse),
    evenly(world, 'order', ORDERS, buy),
  ]);
  return tally;
}

/** Spreads arrivals over the run, each a little early or late. */
function evenly(
  { clock, random }: World,
  name: string,
  count: number,
  arrive: (label: string) => Promise<void>,
): Promise<void> {
  const everyMs = RUN_MS / count;
  const within = [0.24, 0.26] as const;
  const dice = random.fork(name);
  const moments = spread(dice, { count, everyMs, within });
  return arrivals(clock, moments, (n) => arrive(`${name} ${n}`));
}

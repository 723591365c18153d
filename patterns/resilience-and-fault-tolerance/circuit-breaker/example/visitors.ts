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
  const tell = onceEach(world);
  const from = 'customers';

  const browse = async (label: string): Promise<void> => {
    try {
      await shop.catalogue.call(label, { from, label });
    } catch (error) {
      tally.pagesFailed += 1;
      tell(`catalogue: ${reasonOf(error)}`);
    }
  };
  const buy = async (label: string): Promise<void> => {
    try {
      count(await shop.checkout.call(label, { from, label }));
    } catch (error) {
      tally.ordersFailed += 1;
      tell(`checkout: ${reasonOf(error)}`);
    }
  };
  const count = (receipt: Receipt): void => {
    if (receipt === 'paid') {
      tally.paid += 1;
      return;
    }
    tally.chargedLater += 1;
    if (shop.paymentWorks()) tally.refusedInVain += 1;
    tell('checkout: charged later');
  };

  await Promise.all([
    evenly(world, 'page', PAGES, browse),
    evenly(world, 'order', ORDERS, buy),
  ]);
  return tally;
}

/** Spreads arrivals over the run, each a little early or late. */
async function evenly(
  world: World,
  name: string,
  count: number,
  arrive: (label: string) => Promise<void>,
): Promise<void> {
  const dice = world.random.fork(name);
  const everyMs = RUN_MS / count;
  const arrivals: Promise<void>[] = [];
  for (let n = 1; n <= count; n++) {
    const atMs = (n - 0.75 + dice.uniform(-0.01, 0.01)) * everyMs;
    await world.clock.sleep(atMs - world.clock.now());
    arrivals.push(arrive(`${name} ${n}`));
  }
  await Promise.all(arrivals);
}

/** Tells the first of each kind of moment, not the rest. */
function onceEach(world: World): (text: string) => void {
  const told = new Set<string>();
  return (text) => {
    if (told.has(text)) return;
    told.add(text);
    world.note(text);
  };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

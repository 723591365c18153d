import type { Figure, World } from '#lab';
import type { Outcome } from './importer.ts';
import { CHECKOUTS } from './shoppers.ts';
import type { Checkouts } from './shoppers.ts';
import { RowError, Store } from './store.ts';
import type { StoreOptions } from './store.ts';
import type { Receipt } from './warehouse.ts';

export const START_MS = 2_000;
export const RECEIPTS = 240;
export const PRODUCTS = 60;
/** Being counted by hand, so nobody may change them. */
const COUNTED = [17, 41];

/** Some name a product that is not there; some need another. */
export function receiptsOf(
  { random }: World,
  bad: number,
): Receipt[] {
  const dice = random.fork('receipts');
  const wrong = new Set<number>();
  while (wrong.size < bad)
    wrong.add(Math.floor(dice.uniform(0, RECEIPTS)));
  return Array.from({ length: RECEIPTS }, (_, at) => {
    const id = `r${at + 1}`;
    const drawn = Math.floor(dice.uniform(1, PRODUCTS + 1));
    const product = wrong.has(at) ? PRODUCTS + 1 : drawn;
    // Every tenth corrects the one before.
    const after = at % 10 === 9 ? { after: `r${at}` } : {};
    return { id, body: { product }, ...after };
  });
}

export interface StockOptions extends Pick<
  StoreOptions,
  'keys' | 'lost'
> {
  /** For how long some products may not be changed. */
  readonly countedMs: number;
}

/** The stock, which shows how many receipts are in it. */
export function openStore(
  world: World,
  { countedMs, ...options }: StockOptions,
): Store {
  const untilMs = START_MS + countedMs;
  const limit = { value: RECEIPTS, label: `sent ${RECEIPTS}` };
  const show = (value: number): void =>
    world.value('receipts in stock', value, { limit });
  show(0);
  if (countedMs > 0) world.span('stocktaking', START_MS, untilMs);
  const faultOf = (product: number): RowError | undefined => {
    if (product > PRODUCTS)
      return new RowError(422, 'unknown-product');
    const counting = world.clock.now() < untilMs;
    return counting && COUNTED.includes(product)
      ? new RowError(503, 'being-counted')
      : undefined;
  };
  const store = new Store(world, {
    ...options,
    faultOf,
    onCounted: () => {
      const times = [...store.counted.values()];
      show(times.reduce((all, one) => all + one, 0));
    },
  });
  return store;
}

/** How it went. */
export function figuresOf(
  store: Store,
  seen: Checkouts,
  { fates, requests }: Outcome,
  tookMs: number,
): Figure[] {
  const times = [...store.counted.values()];
  const sum = times.reduce((all, one) => all + one, 0);
  return [
    {
      label: 'counted too often',
      value: sum - times.length,
      better: 'lower',
      note: `of ${RECEIPTS} receipts`,
    },
    {
      label: 'fate not known',
      value: RECEIPTS - fates.size,
      better: 'lower',
    },
    {
      label: 'changes in vain',
      value: store.made - times.length,
      better: 'lower',
    },
    {
      label: 'checkout failed',
      value: seen.failed,
      better: 'lower',
      note: `of ${CHECKOUTS}`,
    },
    {
      label: 'slowest checkout, in s',
      value: seconds(seen.slowestMs),
      better: 'lower',
    },
    {
      label: 'import, in s',
      value: seconds(tookMs),
      better: 'lower',
      ...(fates.size < RECEIPTS ? { note: 'gave up' } : {}),
    },
    {
      label: 'requests for it',
      value: requests,
      better: 'lower',
      note: 'the cost: looks and pages',
    },
  ];
}

/** With one decimal. */
function seconds(ms: number): number {
  return Math.round(ms / 100) / 10;
}

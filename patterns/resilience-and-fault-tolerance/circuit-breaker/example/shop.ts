import { during, Service, Slots } from '#lab';
import type { World } from '#lab';

const OUTAGE_FROM_MS = 6_000;
const MAX_WAIT_MS = 250; // for a free thread

export interface ShopOptions {
  threads: number;
  outageMs: number;
  callTimeoutMs: number;
}

export type Receipt = 'paid' | 'charged later';
type Pay = () => Promise<Receipt>;
/** Stands between checkout and the payment provider. */
export type Guard = (
  pay: Pay,
  signal: AbortSignal,
) => Promise<Receipt>;

export interface Shop {
  catalogue: Service<string, string>;
  checkout: Service<string, Receipt>;
  /** Whether the payment provider answers, now. */
  paymentWorks(): boolean;
}

/** Two pages that share the shop's threads; one needs payment. */
export function openShop(
  world: World,
  { threads, outageMs, callTimeoutMs }: ShopOptions,
  guard: Guard,
): Shop {
  const outageTo = OUTAGE_FROM_MS + outageMs;
  const faults = during(OUTAGE_FROM_MS, outageTo, 'hang');
  const slots = threadPool(world, threads);
  const dice = world.random.fork('payment');
  const payment = new Service<string, Receipt>(world, {
    name: 'payment',
    latencyMs: () => dice.latency({ p50: 120, p99: 250 }),
    faults,
    handle: async () => 'paid',
  });
  const checkout = new Service<string, Receipt>(world, {
    name: 'checkout',
    slots,
    latencyMs: () => 10,
    handle: (label, signal) => {
      const timeoutMs = callTimeoutMs;
      const call = { from: 'checkout', label, timeoutMs, signal };
      return guard(() => payment.call(label, call), signal);
    },
    outcomeOf: (receipt) =>
      receipt === 'paid' ? 'answered' : 'fallback',
  });
  const catalogue = new Service<string, string>(world, {
    name: 'catalogue',
    slots,
    latencyMs: () => 40,
    handle: async (page) => page,
  });
  if (outageMs > 0) tellOutage(world, outageTo);
  const paymentWorks = (): boolean =>
    faults(world.clock.now()) === undefined;
  return { catalogue, checkout, paymentWorks };
}

function tellOutage(world: World, endMs: number): void {
  const { clock } = world;
  world.span('payment hangs', OUTAGE_FROM_MS, endMs);
  clock.setTimer(OUTAGE_FROM_MS, () => {
    world.note('payment hangs');
  });
  clock.setTimer(endMs, () =>
    world.note('payment answers again'),
  );
}

function threadPool(world: World, size: number): Slots {
  const limit = { value: size, label: `pool limit ${size}` };
  let told = false;
  const show = (held: number): void => {
    world.value('threads held', held, { limit });
    const inOutage = world.clock.now() >= OUTAGE_FROM_MS;
    if (told || held < size || !inOutage) return;
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

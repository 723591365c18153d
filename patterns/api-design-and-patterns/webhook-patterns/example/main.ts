import { compare, knob, Network, TimeoutError } from '#lab';
import type { Figure, Service, World } from '#lab';
import type { Answer, Schedule } from './courier.ts';
import { Ledger } from './ledger.ts';
import { post, Provider } from './provider.ts';
import { careful, DOWN_FROM_MS, Shop, trusting } from './shop.ts';
import type { Delivery } from './shop.ts';
import { sign } from './signature.ts';

const RUN_MS = 60_000;
const whole = { whole: true } as const;
const tries = knob('TRIES', 8, 'tries', {
  min: 1,
  max: 12,
  ...whole,
});
const baseS = knob('BASE_S', 1, 's', { min: 0.25, max: 4 });
const rememberS = knob('REMEMBER_S', 120, 's', {
  min: 1,
  max: 120,
});
const toleranceS = knob('TOLERANCE_S', 10, 's', {
  min: 1,
  max: 60,
});
const verifies = knob('VERIFY', 1, '', {
  min: 0,
  max: 1,
  ...whole,
});
const lostPct = knob('LOST_PCT', 20, '%', { min: 0, max: 60 });
const downS = knob('DOWN_S', 14, 's', { min: 0, max: 20 });

const SECRET = secretOf('of the shop and the provider, 32');
const GUESSED = secretOf('what a forger has to guess, 32 b');

/** Three tries, a second apart. */
const QUICK: Omit<Schedule, 'clock' | 'random'> = {
  tries: 3,
  baseMs: 1_000,
  maxMs: 1_000,
  jitter: 0,
};
const PATIENT: Omit<Schedule, 'clock' | 'random'> = {
  tries,
  baseMs: baseS * 1000,
  maxMs: 16_000,
  jitter: 0.2,
};

type Receiver = (shop: Shop) => Service<Delivery, Answer>;

async function play(
  world: World,
  receiver: Receiver,
  schedule: Omit<Schedule, 'clock' | 'random'>,
): Promise<Figure[]> {
  const { clock } = world;
  const ledger = new Ledger(world);
  const shop = new Shop(world, {
    network: lossy(world),
    secret: SECRET,
    downMs: downS * 1000,
    toleranceS,
    rememberMs: rememberS * 1000,
    verifies: verifies === 1,
    onShipped: (order) => ledger.shipped(order),
  });
  const address = receiver(shop);
  const provider = new Provider(world, address, {
    secret: SECRET,
    schedule,
    onPaid: (order) => ledger.paid(order),
    onGaveUp: (order) => ledger.gaveUp(order),
  });
  tellOutage(world);
  const end = new AbortController();
  const cancel = clock.setTimer(RUN_MS, () => end.abort());
  await Promise.all([
    provider.run(end.signal),
    forge(world, address),
    replay(world, address, provider),
  ]);
  cancel();
  await clock.sleep(RUN_MS - clock.now());
  return ledger.figures(provider.sent);
}

/** Requests pass; now and then an answer does not. */
function lossy(world: World): Network {
  const dice = world.random.fork('network');
  return new Network(world, {
    delayMs: () => 30,
    loses: ({ to }) =>
      to === 'provider' && dice.chance(lostPct / 100),
  });
}

function tellOutage(world: World): void {
  const show = (up: boolean): void => {
    const state = up ? 'up' : 'down';
    world.state('shop', state, up ? 'normal' : 'blocked');
  };
  show(true);
  if (downS === 0) return;
  const toMs = DOWN_FROM_MS + downS * 1000;
  world.span('shop is down', DOWN_FROM_MS, toMs);
  world.clock.setTimer(DOWN_FROM_MS, () => {
    world.note('the shop is down');
    show(false);
  });
  world.clock.setTimer(toMs, () => {
    world.note('the shop is up again');
    show(true);
  });
}

/** Knows the address and not the secret. */
async function forge(
  world: World,
  shop: Service<Delivery, Answer>,
): Promise<void> {
  for (const [n, atMs] of [7_000, 40_000].entries()) {
    await world.clock.sleep(atMs - world.clock.now());
    const order = `forged ${n + 1}`;
    const body = JSON.stringify({ type: 'order.paid', order });
    const nowMs = world.clock.now();
    const id = `msg_forged_${n + 1}`;
    const headers = sign([GUESSED], { id, body, nowMs });
    await attack(world, shop, 'forger', { headers, body });
  }
}

/** Has kept a delivery, and sends it again as it was. */
async function replay(
  world: World,
  shop: Service<Delivery, Answer>,
  provider: Provider,
): Promise<void> {
  for (const atMs of [9_000, 44_000]) {
    await world.clock.sleep(atMs - world.clock.now());
    if (!provider.seen) continue;
    await attack(world, shop, 'replayer', provider.seen);
  }
}

async function attack(
  world: World,
  shop: Service<Delivery, Answer>,
  who: string,
  delivery: Delivery,
): Promise<void> {
  try {
    const { status } = await post(shop, who, delivery);
    world.note(`${who}: ${status}`);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    world.note(`${who}: ${error.message}`);
  }
}

/** So that it can be read here; a real one is random. */
function secretOf(text: string): string {
  return `whsec_${Buffer.from(text).toString('base64')}`;
}

await compare({
  seed: 7,
  durationMs: RUN_MS,
  baseline: {
    title: 'Trusting receiver, three quick tries',
    heading: 'trusting',
    play: (world) => play(world, trusting, QUICK),
  },
  pattern: {
    title: 'Signed, taken once, tried for long',
    heading: 'careful',
    play: (world) => play(world, careful, PATIENT),
  },
});

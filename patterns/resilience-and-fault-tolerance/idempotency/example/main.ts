import { PGlite } from '@electric-sql/pglite';
import { compare, knob, Network } from '#lab';
import type { Figure, World } from '#lab';
import { Customers, LATE } from './customers.ts';
import { Database } from './database.ts';
import { Ledger } from './ledger.ts';
import { Provider } from './provider.ts';
import { SCHEMA } from './schema.ts';
import { claimingTill, lookingTill, Shop } from './shop.ts';
import type { Till } from './shop.ts';

const RUN_MS = 60_000;
/** The shop crashes when this one is charged, first. */
const CRASHES = 'purchase 14';

const timeoutS = knob('TIMEOUT_S', 2, 's', { min: 0.5, max: 6 });
const leaseS = knob('LEASE_S', 6, 's', { min: 1, max: 15 });
const keepS = knob('KEEP_S', 60, 's', { min: 2, max: 60 });
const tellsKey =
  knob('PROVIDER_KEY', 1, '', { min: 0, max: 1, whole: true }) ===
  1;
const lostPct = knob('LOST_PCT', 10, '%', { min: 0, max: 40 });
const slowS = knob('SLOW_S', 6, 's', { min: 0, max: 10 });
const crashS = knob('CRASH_S', 2, 's', { min: 0, max: 5 });

const keepMs = keepS * 1000;

async function play(
  world: World,
  pglite: PGlite,
  till: Till,
): Promise<Figure[]> {
  const { clock } = world;
  const ledger = new Ledger(world);
  const database = new Database(pglite, clock);
  await database.reset(SCHEMA);
  let crashing: Promise<void> | undefined;
  const provider = new Provider(world, {
    slowMs: slowS * 1000,
    onCharged: (charge) => {
      ledger.charged(charge);
      if (charge.purchase === CRASHES && crashS > 0)
        crashing ??= shop.crash();
    },
  });
  const shop = new Shop(world, {
    network: lossy(world),
    database,
    provider,
    till,
    downMs: crashS * 1000,
  });
  const customers = new Customers(
    world,
    shop,
    ledger,
    timeoutS * 1000,
  );
  await Promise.all([customers.run(), shop.sweep(RUN_MS)]);
  await crashing;
  return ledger.figures(database, `purchase ${LATE}`);
}

/** Requests pass; now and then an answer does not. */
function lossy(world: World): Network {
  const dice = world.random.fork('network');
  return new Network(world, {
    delayMs: () => 20,
    loses: ({ to }) =>
      to === 'customers' && dice.chance(lostPct / 100),
  });
}

const pglite = await PGlite.create();
try {
  await compare({
    seed: 7,
    durationMs: RUN_MS,
    baseline: {
      title: 'Look the key up, store it last',
      heading: 'look',
      play: (world) =>
        play(world, pglite, lookingTill(world, keepMs)),
    },
    pattern: {
      title: 'Claim the key first',
      heading: 'claim',
      play: (world) => {
        const leaseMs = leaseS * 1000;
        const options = { leaseMs, keepMs, tellsKey };
        return play(world, pglite, claimingTill(world, options));
      },
    },
  });
} finally {
  await pglite.close();
}

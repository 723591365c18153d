import { compare, knob } from '#lab';
import type { Figure, World } from '#lab';
import {
  openStore,
  PRODUCTS,
  receiptsOf,
  START_MS,
  figuresOf,
} from './delivery.ts';
import { sendRest, sendWhole } from './importer.ts';
import type { Outcome } from './importer.ts';
import { shop } from './shoppers.ts';
import type { Store } from './store.ts';
import { allAtOnce, inChunks } from './warehouse.ts';
import type { Receipt } from './warehouse.ts';

const RUN_MS = 30_000;

const whole = { whole: true } as const;
const chunk = knob('CHUNK', 10, 'items', {
  min: 1,
  max: 240,
  ...whole,
});
const workers = knob('WORKERS', 2, 'chunks', {
  min: 1,
  max: 5,
  ...whole,
});
const bad = knob('BAD', 2, 'items', {
  min: 0,
  max: 4,
  ...whole,
});
const countedS = knob('COUNTED_S', 2, 's', { min: 0, max: 6 });
const timeoutS = knob('TIMEOUT_S', 4, 's', { min: 1, max: 20 });
const lostPct = knob('LOST_PCT', 10, '%', { min: 0, max: 50 });
const atomic = knob('ATOMIC', 0, '', {
  min: 0,
  max: 1,
  ...whole,
});
const keys = knob('KEYS', 1, '', { min: 0, max: 1, ...whole });

interface Setting {
  readonly keys: boolean;
  readonly send: (
    world: World,
    store: Store,
    receipts: readonly Receipt[],
  ) => Promise<Outcome>;
}

const baseline: Setting = {
  keys: false,
  send: (world, store, receipts) =>
    sendWhole(
      world,
      allAtOnce(world, store),
      receipts,
      timeoutS * 1000,
    ),
};

const pattern: Setting = {
  keys: keys === 1,
  send: (world, store, receipts) =>
    sendRest(
      world,
      inChunks(world, store, {
        chunk,
        workers,
        atomic: atomic === 1,
      }),
      receipts,
      timeoutS * 1000,
    ),
};

async function play(
  world: World,
  setting: Setting,
): Promise<Figure[]> {
  const { clock } = world;
  const receipts = receiptsOf(world, bad);
  const store = openStore(world, {
    keys: setting.keys,
    countedMs: countedS * 1000,
    lost: lostPct / 100,
  });
  let tookMs = 0;
  const load = async (): Promise<Outcome> => {
    await clock.sleep(START_MS);
    const outcome = await setting.send(world, store, receipts);
    tookMs = clock.now() - START_MS;
    return outcome;
  };
  const plan = { runMs: RUN_MS, products: PRODUCTS };
  const [seen, outcome] = await Promise.all([
    shop(world, store, plan),
    load(),
  ]);
  // What the importer does not wait for goes on.
  await clock.sleep(RUN_MS - clock.now());
  return figuresOf(store, seen, outcome, tookMs);
}

await compare({
  seed: 3,
  durationMs: RUN_MS,
  baseline: {
    title: 'One transaction, all or nothing',
    heading: 'whole',
    play: (world) => play(world, baseline),
  },
  pattern: {
    title: 'In chunks, a result for each item',
    heading: 'chunks',
    play: (world) => play(world, pattern),
  },
});

import { compare, knob, TimeoutError } from '#lab';
import type { Figure, World } from '#lab';
import { Bulkhead, BulkheadFullError } from './bulkhead.ts';
import { openShop } from './shop.ts';
import type { Guard } from './shop.ts';
import { ORDERS, PRODUCTS, RUN_MS, visit } from './visitors.ts';
import type { Tally } from './visitors.ts';

const limit = knob('LIMIT', 2, 'calls', {
  min: 1,
  max: 12,
  whole: true,
});
const queue = knob('QUEUE', 0, 'calls', {
  min: 0,
  max: 12,
  whole: true,
});
const maxWaitS = knob('MAX_WAIT_S', 1, 's', { min: 0.1, max: 5 });
const threads = knob('THREADS', 5, 'threads', {
  min: 2,
  max: 16,
  whole: true,
});
const slowS = knob('SLOW_S', 6, 's', { min: 0.1, max: 8 });
const callTimeoutS = knob('CALL_TIMEOUT_S', 8, 's', {
  min: 0.5,
  max: 10,
});

/** The baseline: reviews may take all threads there are. */
const timeoutOnly: Guard = async (read) => {
  try {
    return await read();
  } catch (error) {
    return withoutReviews(error);
  }
};

/** The pattern: reviews may take so many, and no more. */
function bulkheadIn(world: World): Guard {
  const ceiling = { value: limit, label: `limit ${limit}` };
  const show = (running: number): void =>
    world.value('calls to reviews', running, { limit: ceiling });
  show(0);
  const bulkhead = new Bulkhead({
    limit,
    queue,
    maxWaitMs: maxWaitS * 1000,
    clock: world.clock,
    onChange: show,
  });
  return async (read, signal) => {
    try {
      return await bulkhead.run(read, signal);
    } catch (error) {
      return withoutReviews(error);
    }
  };
}

/** A product without its reviews can still be bought. */
function withoutReviews(error: unknown): 'without reviews' {
  const late = error instanceof TimeoutError;
  if (late || error instanceof BulkheadFullError)
    return 'without reviews';
  throw error;
}

async function play(
  world: World,
  guard: Guard,
): Promise<Figure[]> {
  const slowMs = slowS * 1000;
  const callTimeoutMs = callTimeoutS * 1000;
  const options = { threads, slowMs, callTimeoutMs };
  const shop = openShop(world, options, guard);
  return figuresOf(await visit(world, shop));
}

function figuresOf(tally: Tally): Figure[] {
  const inVain = tally.refusedInVain;
  const cost = `the cost: ${inVain} while reviews was quick`;
  return [
    {
      label: 'checkout failed',
      value: tally.ordersFailed,
      better: 'lower',
      note: `of ${ORDERS}: these never needed reviews`,
    },
    {
      label: 'product failed',
      value: tally.productsFailed,
      better: 'lower',
      note: `of ${PRODUCTS}`,
    },
    {
      label: 'without reviews',
      value: tally.withoutReviews,
      better: 'lower',
      ...(inVain > 0 ? { note: cost } : {}),
    },
    {
      label: 'with reviews',
      value: tally.withReviews,
      better: 'higher',
    },
  ];
}

await compare({
  seed: 3,
  durationMs: RUN_MS,
  baseline: {
    title: 'Without a bulkhead',
    heading: 'without',
    play: (world) => play(world, timeoutOnly),
  },
  pattern: {
    title: 'With the bulkhead',
    heading: 'with',
    play: (world) => play(world, bulkheadIn(world)),
  },
});

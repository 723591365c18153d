import { compare, knob } from '#lab';
import type { Figure, World } from '#lab';
import { perHop, propagated } from './hops.ts';
import type { Hops } from './hops.ts';
import { Services, SLOW_FROM_MS } from './services.ts';
import { RUN_MS, USERS, visit } from './users.ts';
import type { Tally } from './users.ts';

const patienceS = knob('PATIENCE_S', 2, 's', { min: 1, max: 6 });
const hopTimeoutS = knob('HOP_TIMEOUT_S', 5, 's', {
  min: 0.5,
  max: 10,
});
const marginMs = knob('MARGIN_MS', 50, 'ms', {
  min: 0,
  max: 500,
});
const leastMs = knob('LEAST_MS', 500, 'ms', {
  min: 0,
  max: 1500,
});
const slowS = knob('SLOW_S', 6, 's', { min: 0, max: 12 });
const slowFactor = knob('SLOW_FACTOR', 3, 'times', {
  min: 1,
  max: 6,
});

async function play(world: World, hops: Hops): Promise<Figure[]> {
  const slowness = { forMs: slowS * 1000, factor: slowFactor };
  tellSlowness(world);
  const services = new Services(world, hops, slowness);
  const tally = await visit(
    world,
    services,
    patienceS * 1000,
    slowS * 1000,
  );
  return figuresOf(tally, services.mostInShop);
}

function tellSlowness(world: World): void {
  if (slowS === 0) return;
  const endMs = SLOW_FROM_MS + slowS * 1000;
  world.span('stock is slow', SLOW_FROM_MS, endMs);
  world.clock.setTimer(SLOW_FROM_MS, () =>
    world.note(`stock: ${slowFactor} times as slow`),
  );
  world.clock.setTimer(endMs, () =>
    world.note('stock: as quick as before'),
  );
}

function figuresOf(tally: Tally, mostInShop: number): Figure[] {
  return [
    {
      label: 'answered',
      value: tally.answered,
      better: 'higher',
      note: `of ${USERS} users`,
    },
    {
      label: 'told why not, in time',
      value: tally.told,
      better: 'higher',
      note: 'an error while they still waited',
    },
    {
      label: 'left without a word',
      value: tally.left,
      better: 'lower',
    },
    {
      label: 'stock busy in vain',
      value: Math.round(tally.inVainMs / 100) / 10,
      unit: 's',
      better: 'lower',
      note: 'work for users who got no answer',
    },
    {
      label: 'most in the shop',
      value: mostInShop,
      better: 'lower',
      note: 'requests held at once',
    },
  ];
}

await compare({
  seed: 7,
  durationMs: RUN_MS,
  baseline: {
    title: 'A timeout for each hop',
    heading: 'hops',
    play: (world) =>
      play(world, perHop(world.clock, hopTimeoutS * 1000)),
  },
  pattern: {
    title: 'One deadline, handed on',
    heading: 'deadline',
    play: (world) => {
      const mostMs = 10_000;
      const limits = { mostMs, marginMs, leastMs };
      return play(world, propagated(world.clock, limits));
    },
  },
});

import { compare, knob } from '#lab';
import type { Figure, World } from '#lab';
import { Backends, FAULTS, RUN_MS } from './backends.ts';
import { ProductPage } from './page.ts';
import type { Mode } from './part-options.ts';
import { visit } from './visitors.ts';
import type { Tally } from './visitors.ts';

const waitS = knob('WAIT_S', 0.5, 's', { min: 0, max: 1 });
const freshS = knob('FRESH_S', 3, 's', { min: 0, max: 10 });
const staleS = knob('STALE_S', 60, 's', { min: 0, max: 60 });
const switchS = knob('SWITCH_S', 4, 's', { min: 0, max: 8 });
const targetS = knob('TARGET_S', 0.6, 's', {
  min: 0.5,
  max: 5,
});
const salePerS = knob('SALE_PER_S', 10, 'visitors', {
  min: 1,
  max: 20,
  whole: true,
});
const stalePriceS = knob('STALE_PRICE_S', 0, 's', {
  min: 0,
  max: 60,
});
/** Who turned it off looks again so long after. */
const BACK_MS = 2_000;

/** Somebody on call, who sees that all pages wait for offers. */
function onCall(world: World): () => Mode {
  let mode: Mode = 'on';
  const { from, to } = FAULTS.offers;
  const offAt = from + switchS * 1000;
  const turn = (to: Mode) => (): void => {
    mode = to;
    world.note(`switch: offers ${to}`);
  };
  if (offAt < to) {
    world.clock.setTimer(offAt, turn('off'));
    world.clock.setTimer(to + BACK_MS, turn('on'));
  }
  return () => mode;
}

async function play(
  world: World,
  degrades: boolean,
): Promise<Figure[]> {
  const backends = new Backends(world);
  const product = new ProductPage(world, backends, {
    degrades,
    freshMs: freshS * 1000,
    staleMs: staleS * 1000,
    waitMs: waitS * 1000,
    stalePriceMs: stalePriceS * 1000,
    targetMs: targetS * 1000,
    offersMode: degrades ? onCall(world) : () => 'on',
  });
  const [tally] = await Promise.all([
    visit(world, product, backends, salePerS),
    world.clock.sleep(RUN_MS),
  ]);
  return figuresOf(tally, product.inVainMs);
}

function figuresOf(tally: Tally, inVainMs: number): Figure[] {
  const { pages } = tally;
  const inS = (ms: number) => Math.round(ms / 10) / 100;
  return [
    {
      label: 'no page',
      value: tally.noPage,
      better: 'lower',
      note: `of ${tally.visitors} visitors`,
    },
    { label: 'full page', value: pages.full, better: 'higher' },
    {
      label: 'with an old part',
      value: pages.stale,
      better: 'lower',
      note: 'the cost: its age is on the page',
    },
    {
      label: 'without a part',
      value: pages.default,
      better: 'lower',
      note: 'the cost: but it sells',
    },
    {
      label: 'oldest reviews',
      value: inS(tally.oldestMs),
      unit: 's',
      better: 'lower',
    },
    {
      label: 'page p95',
      value: inS(tally.p95Ms),
      unit: 's',
      better: 'lower',
    },
    {
      label: 'waited in vain',
      value: Math.round(inVainMs / 100) / 10,
      unit: 's',
      better: 'lower',
      note: 'for parts that did not come',
    },
    {
      label: 'wrong price',
      value: tally.wrongPrice,
      better: 'lower',
      note: 'a price is no optional part',
    },
  ];
}

await compare({
  seed: 7,
  durationMs: RUN_MS,
  baseline: {
    title: 'All or nothing',
    heading: 'whole',
    play: (world) => play(world, false),
  },
  pattern: {
    title: 'With graceful degradation',
    heading: 'degraded',
    play: (world) => play(world, true),
  },
});

import { compare, knob } from '#lab';
import type { Figure, World } from '#lab';
import {
  BURST,
  importArchive,
  PICTURES,
  RUN_MS,
  sendUsers,
  Tally,
} from './callers.ts';
import { guardedDoor, openDoor } from './doors.ts';
import type { OpenDoor, Workshop } from './doors.ts';
import { Gauges } from './gauges.ts';

const whole = true;
const queue = knob('QUEUE', 4, 'places', {
  min: 0,
  max: 200,
  whole,
});
const newestFirst = knob('NEWEST_FIRST', 0, '(1 is yes)', {
  min: 0,
  max: 1,
  whole,
});
const windowSize = knob('WINDOW', 1, 'pictures', {
  min: 1,
  max: PICTURES,
  whole,
});
const patienceS = knob('PATIENCE_S', 2, 's', { min: 1, max: 6 });
const burst = knob('BURST', 4, 'times', { min: 1, max: 6 });
const tries = knob('TRIES', 1, 'tries', {
  min: 1,
  max: 4,
  whole,
});
const workers = knob('WORKERS', 2, 'workers', {
  min: 1,
  max: 8,
  whole,
});

const shop: Workshop = {
  workers,
  order: newestFirst === 1 ? 'newest' : 'oldest',
};

async function play(
  world: World,
  open: OpenDoor,
  size: number,
): Promise<Figure[]> {
  const tally = new Tally();
  const scale = { untilMs: RUN_MS, patienceS };
  const gauges = new Gauges(world, tally, scale);
  const door = open(world, gauges);
  const patienceMs = patienceS * 1000;
  const load = { perSecond: 2.5, burst, patienceMs, tries };
  tellBurst(world);
  await Promise.all([
    sendUsers(world, door, load, tally),
    importArchive(world, door, size, tally),
    world.clock.sleep(RUN_MS),
  ]);
  return figuresOf(tally, gauges);
}

function tellBurst(world: World): void {
  const { fromMs, toMs } = BURST;
  world.span('burst', fromMs, toMs);
  world.clock.setTimer(fromMs, () =>
    world.note(`burst: ${burst} times the users`),
  );
  world.clock.setTimer(toMs, () => world.note('burst is over'));
}

function figuresOf(tally: Tally, gauges: Gauges): Figure[] {
  const importS = Math.round(tally.importedAtMs / 100) / 10;
  return [
    {
      label: 'useful answers',
      value: tally.useful,
      better: 'higher',
      note: `of ${tally.asked} requests`,
    },
    {
      label: 'timed out',
      value: tally.timedOut,
      better: 'lower',
    },
    {
      label: 'refused',
      value: tally.refused,
      better: 'lower',
      note: 'the cost: told so, and not served',
    },
    {
      label: 'done for nobody',
      value: gauges.inVain,
      better: 'lower',
      note: 'work whose caller had left',
    },
    {
      label: 'longest line',
      value: gauges.longest,
      better: 'lower',
    },
    {
      label: 'import done at',
      value: importS,
      unit: 's',
      better: 'lower',
    },
  ];
}

await compare({
  seed: 7,
  durationMs: RUN_MS,
  baseline: {
    title: 'Everybody is let in',
    heading: 'without',
    play: (world) => play(world, openDoor(shop), PICTURES),
  },
  pattern: {
    title: 'With flow control and shedding',
    heading: 'with',
    play: (world) =>
      play(world, guardedDoor(shop, queue), windowSize),
  },
});

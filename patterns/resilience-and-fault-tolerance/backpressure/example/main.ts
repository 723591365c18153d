import { compare, knob } from '#lab';
import type { Figure, World } from '#lab';
import { Admission } from './admission.ts';
import type { Caller } from './admission-options.ts';
import {
  BURST,
  importArchive,
  PICTURES,
  RUN_MS,
  sendUsers,
  Tally,
} from './callers.ts';
import type { Door } from './callers.ts';
import { Gauges } from './gauges.ts';

const WORK_MS = 400;
const whole = true;
const queue = knob('QUEUE', 4, '', { min: 0, max: 200, whole });
const newestFirst = knob('NEWEST_FIRST', 0, '', {
  min: 0,
  max: 1,
  whole,
});
const windowSize = knob('WINDOW', 1, '', {
  min: 1,
  max: PICTURES,
  whole,
});
const patienceS = knob('PATIENCE_S', 2, 's', { min: 1, max: 6 });
const burst = knob('BURST', 4, '', { min: 1, max: 6 });
const tries = knob('TRIES', 1, '', { min: 1, max: 4, whole });
const workers = knob('WORKERS', 2, '', {
  min: 1,
  max: 8,
  whole,
});

/** Both runs: workers that take 0.3 to 0.5 s for a thumbnail. */
function workshop(world: World, gauges: Gauges) {
  const dice = world.random.fork('work');
  return async (caller: Caller, since: number): Promise<void> => {
    gauges.started(world.clock.now() - since);
    const ms = dice.uniform(0.75, 1.25) * WORK_MS;
    await world.clock.sleep(ms, caller);
  };
}

function admissionOf(world: World, gauges: Gauges, most: number) {
  return new Admission({
    workers,
    queue: most,
    workMs: WORK_MS,
    order: newestFirst === 1 ? 'newest' : 'oldest',
    clock: world.clock,
    onLine: (waiting) => gauges.line(waiting),
  });
}

/** The baseline: everybody is let in, and nobody leaves. */
function openDoor(world: World, gauges: Gauges): Door {
  const admission = admissionOf(world, gauges, Infinity);
  const work = workshop(world, gauges);
  return async ({ signal }) => {
    const since = world.clock.now();
    await admission.run(() => work({}, since));
    if (signal?.aborted) gauges.inVain += 1;
  };
}

/** The pattern: a short line, and nobody is served too late. */
function guardedDoor(world: World, gauges: Gauges): Door {
  const admission = admissionOf(world, gauges, queue);
  const work = workshop(world, gauges);
  return (caller) => {
    const since = world.clock.now();
    return admission.run(() => work(caller, since), caller);
  };
}

async function play(
  world: World,
  open: (world: World, gauges: Gauges) => Door,
  size: number,
): Promise<Figure[]> {
  const tally = new Tally();
  const gauges = new Gauges(world, tally, RUN_MS);
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
      note: 'the cost: some could have waited',
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
    play: (world) => play(world, openDoor, PICTURES),
  },
  pattern: {
    title: 'With flow control and shedding',
    heading: 'with',
    play: (world) => play(world, guardedDoor, windowSize),
  },
});

import type { World } from '#lab';
import { Admission } from './admission.ts';
import type { Caller } from './admission-options.ts';
import type { Door } from './callers.ts';
import type { Gauges } from './gauges.ts';

const WORK_MS = 400;

export interface Workshop {
  workers: number;
  order: 'oldest' | 'newest';
}

/** Opens a door for one run. */
export type OpenDoor = (world: World, gauges: Gauges) => Door;

/** The baseline: everybody is let in, and nobody leaves. */
export function openDoor(shop: Workshop): OpenDoor {
  return (world, gauges) => {
    const admission = admissionOf(world, gauges, shop, Infinity);
    const work = workIn(world, gauges);
    return async ({ signal }) => {
      const since = world.clock.now();
      await admission.run(() => work({}, since));
      if (signal?.aborted) gauges.inVain += 1;
    };
  };
}

/** The pattern: a short line, and nobody is served too late. */
export function guardedDoor(
  shop: Workshop,
  queue: number,
): OpenDoor {
  return (world, gauges) => {
    const admission = admissionOf(world, gauges, shop, queue);
    const work = workIn(world, gauges);
    return (caller) => {
      const since = world.clock.now();
      return admission.run(() => work(caller, since), caller);
    };
  };
}

function admissionOf(
  { clock }: World,
  gauges: Gauges,
  { workers, order }: Workshop,
  queue: number,
): Admission {
  const workMs = WORK_MS;
  const onLine = (waiting: number): void => gauges.line(waiting);
  const options = { workers, queue, workMs, order, clock };
  return new Admission({ ...options, onLine });
}

/** A thumbnail takes 0.3 to 0.5 s, in both runs. */
function workIn({ clock, random }: World, gauges: Gauges) {
  const dice = random.fork('work');
  return async (caller: Caller, since: number): Promise<void> => {
    gauges.started(clock.now() - since);
    const ms = dice.uniform(0.75, 1.25) * WORK_MS;
    await clock.sleep(ms, caller);
  };
}

import { arrivals, spread, TimeoutError } from '#lab';
import type { World } from '#lab';
import { Deadline, DeadlineError } from './deadline.ts';
import { inTime, SLOW_FROM_MS } from './services.ts';
import type { Services } from './services.ts';

export const RUN_MS = 30_000;
export const USERS = 45;

export interface Tally {
  answered: number;
  /** Got an error, and why, while they still waited. */
  told: number;
  /** Left without any answer. */
  left: number;
  /** How long stock worked for users who got no answer. */
  inVainMs: number;
}

/** Users arrive evenly, and each waits only so long. */
export async function visit(
  world: World,
  services: Services,
  patienceMs: number,
  slowMs: number,
): Promise<Tally> {
  const tally = { answered: 0, told: 0, left: 0, inVainMs: 0 };
  const { clock } = world;
  const dice = world.random.fork('arrivals');
  const served = new Set<string>();
  const wellAgain = firstAfter(world, SLOW_FROM_MS + slowMs);
  const order = async (label: string): Promise<void> => {
    const waits = Deadline.after(clock, patienceMs);
    const sent = { timeoutMs: waits.toSend(0) };
    const route = { from: 'users', to: 'shop', label };
    const startMs = clock.now();
    try {
      await world.call(route, () =>
        inTime(waits, () => services.shop(label, sent)),
      );
      tally.answered += 1;
      served.add(label);
      if (slowMs > 0) wellAgain(startMs);
    } catch (error) {
      // A timeout within the shop is an answer, of a kind.
      if (waits.leftMs === 0) tally.left += 1;
      else if (isLate(error)) tally.told += 1;
      else throw error;
    }
  };
  const everyMs = RUN_MS / USERS;
  const within = [0.2, 0.7] as const;
  const moments = spread(dice, { count: USERS, everyMs, within });
  await arrivals(clock, moments, (n) => order(`user ${n}`));
  await clock.sleep(RUN_MS + 3_000 - clock.now());
  for (const [label, ms] of services.workedMs)
    if (!served.has(label)) tally.inVainMs += ms;
  return tally;
}

function isLate(error: unknown): boolean {
  return (
    error instanceof DeadlineError ||
    error instanceof TimeoutError
  );
}

/** Tells of the first user after the fault who is answered. */
function firstAfter(
  world: World,
  fromMs: number,
): (startMs: number) => void {
  let told = false;
  return (startMs) => {
    if (told || startMs < fromMs) return;
    told = true;
    world.note('a new user is answered again');
  };
}

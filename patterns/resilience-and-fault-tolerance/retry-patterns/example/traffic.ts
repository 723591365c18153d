import { arrivals, spread, withDeadline } from '#lab';
import type { World } from '#lab';
import { retry } from './retry.ts';
import type { RetryOptions } from './retry.ts';
import type { Server } from './server.ts';

export const RUN_MS = 30_000;
export const TIMEOUT_MS = 1_000; // of one attempt
const EVERY_MS = 1_000; // how often the drawing gets a point

export interface Traffic {
  perSecond: number;
  /** Requests a second that the server can serve. */
  capacity: number;
  retries: RetryOptions;
}

export class Tally {
  requests = 0;
  answered = 0;
  failed = 0;
  sent = 0;
}

/** Sends requests for the whole run, and waits for the last. */
export async function send(
  world: World,
  server: Server,
  traffic: Traffic,
): Promise<Tally> {
  const tally = new Tally();
  const { clock } = world;
  const dice = world.random.fork('arrivals');
  const gapMs = 1_000 / traffic.perSecond;
  const count = (RUN_MS / 1_000) * traffic.perSecond;
  const attempt = (id: string): Promise<void> => {
    tally.sent += 1;
    const timeoutMs = TIMEOUT_MS;
    return withDeadline(clock, { timeoutMs }, () =>
      server.serve(id),
    );
  };
  const request = async (id: string): Promise<void> => {
    tally.requests += 1;
    try {
      await retry(() => attempt(id), traffic.retries);
      tally.answered += 1;
    } catch {
      tally.failed += 1;
      world.noteOnce('a request is given up');
    }
  };
  const watching = watch(world, server, tally, traffic);
  const within = [0, 0.9] as const;
  const moments = spread(dice, { count, everyMs: gapMs, within });
  await arrivals(clock, moments, (n) => request(`request ${n}`));
  await watching;
  return tally;
}

/** A point of each line every second, until the run ends. */
async function watch(
  world: World,
  server: Server,
  tally: Tally,
  { perSecond, capacity }: Traffic,
): Promise<void> {
  const can = { value: capacity, label: `can serve ${capacity}` };
  const unit = '/s';
  let before = { answered: 0, sent: 0 };
  let recovered = server.slowUntilMs === 0;
  for (let at = EVERY_MS; at <= RUN_MS; at += EVERY_MS) {
    await world.clock.sleep(at - world.clock.now());
    const answered = tally.answered - before.answered;
    const sent = tally.sent - before.sent;
    before = { answered: tally.answered, sent: tally.sent };
    world.value('answered in time', answered, { unit });
    world.value('sent', sent, { unit, limit: can });
    world.value('waiting', server.waiting);
    const isWell = answered >= 0.9 * perSecond;
    if (recovered || at <= server.slowUntilMs || !isWell)
      continue;
    recovered = true;
    world.note(`answers again: ${answered} a second`);
  }
  if (!recovered) world.note('no recovery');
}

import { TimeoutError, withDeadline } from '#lab';
import type { World } from '#lab';
import type { Caller } from './admission-options.ts';
import { OverloadedError } from './overloaded-error.ts';
import { Window } from './window.ts';

export const RUN_MS = 30_000;
export const BURST = { fromMs: 11_000, toMs: 17_000 };
const IMPORT_AT_MS = 1_000;
export const PICTURES = 16;
const AGAIN_MS = 1_000;

/** Makes one thumbnail; how, is what the two runs differ in. */
export type Door = (caller: Caller) => Promise<void>;

export interface Load {
  /** Users a second, outside the burst. */
  perSecond: number;
  /** Times as many in the burst. */
  burst: number;
  patienceMs: number;
  /** How often a user asks, at most. */
  tries: number;
}

export class Tally {
  asked = 0;
  useful = 0;
  refused = 0;
  timedOut = 0;
  imported = 0;
  importedAtMs = 0;
}

/** Users ask at random moments, and each waits so long. */
export async function sendUsers(
  world: World,
  door: Door,
  load: Load,
  tally: Tally,
): Promise<void> {
  const { clock } = world;
  const dice = world.random.fork('users');
  const users: Promise<void>[] = [];
  for (;;) {
    const now = clock.now();
    const inBurst = now >= BURST.fromMs && now < BURST.toMs;
    const rate = load.perSecond * (inBurst ? load.burst : 1);
    const gapMs = dice.exponential(1000 / rate);
    if (now + gapMs >= RUN_MS - load.patienceMs) break;
    await clock.sleep(gapMs);
    const name = `user ${users.length + 1}`;
    users.push(ask(world, door, load, tally, name));
  }
  await Promise.all(users);
}

async function ask(
  world: World,
  door: Door,
  { patienceMs, tries }: Load,
  tally: Tally,
  label: string,
): Promise<void> {
  const { clock } = world;
  const route = { from: 'users', to: 'thumbnails', label };
  for (let n = 1; n <= tries; n++) {
    if (n > 1) await clock.sleep(AGAIN_MS);
    if (clock.now() >= RUN_MS - patienceMs) return;
    tally.asked += 1;
    const deadlineMs = clock.now() + patienceMs;
    const work = (): Promise<void> =>
      withDeadline(clock, { timeoutMs: patienceMs }, (signal) =>
        door({ signal, deadlineMs }),
      );
    try {
      await world.call(route, work);
      tally.useful += 1;
      return;
    } catch (error) {
      if (error instanceof TimeoutError) tally.timedOut += 1;
      else if (error instanceof OverloadedError)
        tally.refused += 1;
      else throw error;
      world.noteOnce(`users: ${error.message}`);
    }
  }
}

/** An archive that has all night: it can wait, if it is told. */
export async function importArchive(
  world: World,
  door: Door,
  size: number,
  tally: Tally,
): Promise<void> {
  const { clock } = world;
  const window = new Window(size);
  const send = async (label: string): Promise<void> => {
    const route = { from: 'archive', to: 'import', label };
    try {
      await world.call(route, () => untilDone(world, door));
      tally.imported += 1;
      tally.importedAtMs = clock.now();
    } finally {
      window.give();
    }
  };
  await clock.sleep(IMPORT_AT_MS);
  world.note(`import of ${PICTURES} pictures`);
  const sent: Promise<void>[] = [];
  for (let n = 1; n <= PICTURES; n++) {
    await window.take();
    sent.push(send(`picture ${n}`));
  }
  await Promise.all(sent);
  world.note('import is done');
}

/** Refused is not lost: it asks again when it is told to. */
async function untilDone(
  { clock }: World,
  door: Door,
): Promise<void> {
  for (;;) {
    try {
      await door({});
      return;
    } catch (error) {
      if (!(error instanceof OverloadedError)) throw error;
      await clock.sleep(error.retryAfterMs);
    }
  }
}

import { reasonOf, ServiceError, TimeoutError } from '#lab';
import type { Clock, Service, World } from '#lab';
import type { Result } from './item.ts';
import { sendAll } from './resend.ts';
import type {
  ImportAnswer,
  ImportRequest,
  Receipt,
} from './warehouse.ts';

const WAIT_MS = 1_000;
const MAX_TIMEOUTS = 3;
const TRIES = 6;
const POLL_MS = 500;
const from = 'importer';

/** What the importer has at the end. */
export interface Outcome {
  /** What it knows of each receipt, if anything. */
  readonly fates: ReadonlyMap<string, 'done' | 'refused'>;
  /** Requests sent. */
  readonly requests: number;
}

/** Sends all; where it failed, sends all again but the culprit. */
export async function sendWhole(
  world: World,
  imports: Service<readonly Receipt[], void>,
  receipts: readonly Receipt[],
  timeoutMs: number,
): Promise<Outcome> {
  const fates = new Map<string, 'done' | 'refused'>();
  let left = receipts;
  let requests = 0;
  for (let timeouts = 0; timeouts < MAX_TIMEOUTS;) {
    requests += 1;
    const label = `batch ${requests}`;
    try {
      await imports.call(left, { from, label, timeoutMs });
      for (const { id } of left) fates.set(id, 'done');
      return { fates, requests };
    } catch (error) {
      world.note(`${label}: ${said(error)}`);
      const culprit = culpritOf(error);
      if (culprit !== undefined) {
        fates.set(culprit, 'refused');
        left = left.filter(({ id }) => id !== culprit);
        continue;
      }
      if (error instanceof TimeoutError) timeouts += 1;
      await world.clock.sleep(WAIT_MS);
    }
  }
  world.note('importer gives up');
  return { fates, requests };
}

/** The item that can never be done, where one is to blame. */
function culpritOf(error: unknown): string | undefined {
  const refused =
    error instanceof ServiceError && error.status === 422;
  return refused ? error.message : undefined;
}

function said(error: unknown): string {
  return error instanceof ServiceError
    ? `${error.status} ${error.message}`
    : reasonOf(error);
}

/** Sends again what failed for now, and nothing else. */
export async function sendRest(
  world: World,
  imports: Service<ImportRequest, ImportAnswer>,
  receipts: readonly Receipt[],
  timeoutMs: number,
): Promise<Outcome> {
  const { clock, random } = world;
  let requests = 0;
  const ask: Ask = (request, label) => {
    requests += 1;
    return imports.call(request, { from, label, timeoutMs });
  };
  const send = async (
    left: readonly Receipt[],
    attempt: number,
  ): Promise<readonly Result[] | undefined> => {
    try {
      const results = await runJob(clock, ask, left, attempt);
      tell(world, attempt, results);
      return results;
    } catch (error) {
      if (!(error instanceof TimeoutError)) throw error;
      world.note(`${attempt}: ${error.message}`);
      return undefined; // its keys make another one harmless
    }
  };
  const known = await sendAll(receipts, {
    clock,
    random: random.fork('backoff').next,
    tries: TRIES,
    baseMs: WAIT_MS,
    send,
  });
  const fates = new Map<string, 'done' | 'refused'>();
  for (const { id, status, again } of known.values())
    if (!again) fates.set(id, status < 400 ? 'done' : 'refused');
  return { fates, requests };
}

type Ask = (
  request: ImportRequest,
  label: string,
) => Promise<ImportAnswer>;

/** Starts it, looks until it has ended, reads its pages. */
async function runJob(
  clock: Clock,
  ask: Ask,
  receipts: readonly Receipt[],
  attempt: number,
): Promise<readonly Result[]> {
  const id = `import-${attempt}`;
  await ask({ do: 'start', id, receipts }, `batch ${attempt}`);
  for (;;) {
    const { job } = await ask(
      { do: 'look', id },
      `look ${attempt}`,
    );
    if (job.state !== 'running') break;
    await clock.sleep(POLL_MS);
  }
  const results: Result[] = [];
  while (results.length < receipts.length) {
    const page = {
      do: 'read',
      id,
      from: results.length,
    } as const;
    const answer = await ask(page, `page ${attempt}`);
    results.push(...answer.results);
  }
  return results;
}

function tell(
  world: World,
  attempt: number,
  results: readonly Result[],
): void {
  const done = results.filter(
    ({ status }) => status < 400,
  ).length;
  const again = results.filter((result) => result.again).length;
  const refused = results.length - done - again;
  const text = `${done} done, ${refused} bad, ${again} again`;
  world.note(`${attempt}: ${text}`);
}

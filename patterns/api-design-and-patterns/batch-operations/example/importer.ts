import { TimeoutError } from '#lab';
import type { Clock, Service, World } from '#lab';
import type { Outcome } from './figures.ts';
import type { Result } from './item.ts';
import { sendAll } from './resend.ts';
import type {
  ImportAnswer,
  ImportRequest,
  Receipt,
} from './warehouse.ts';

const WAIT_MS = 1_000;
const TRIES = 6;
const POLL_MS = 500;
const from = 'importer';

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

import { reasonOf, ServiceError, TimeoutError } from '#lab';
import type { Service, World } from '#lab';
import type { Outcome } from './figures.ts';
import type { Receipt } from './warehouse.ts';

const WAIT_MS = 1_000;
const MAX_TIMEOUTS = 3;
const from = 'importer';

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

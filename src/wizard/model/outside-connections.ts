import type { Connection, Deployable, SyncCall } from './architecture.ts';
import { callTime } from './deadlines.ts';
import type { Budgets } from './deadlines.ts';
import type { Solution } from './solution.ts';
import { call } from './sync-call.ts';
import type { Parts } from './sync-call.ts';

const whenDown = {
  fail: 'none: the request fails',
  stale: 'the last known answer, marked as old',
  queue: 'accept and finish later',
  hide: 'leave that part out',
} as const satisfies Record<Solution['facts']['whenDown'], string>;

/** Every connection to a system that others run. The first deployable makes them. */
export function connectionsOutside(
  solution: Solution,
  time: Budgets,
  { deployables, dependencies }: Parts,
  attempts: number,
): readonly Connection[] {
  const [first] = deployables;
  if (first === undefined) return [];
  return dependencies.map(
    ({ id }) =>
      laterMessage(solution, first, id) ?? guardedCall(solution, time, first, id, attempts),
  );
}

/** What may leave after the answer travels as a message. */
function laterMessage(
  { facts, decisions }: Solution,
  { id: from }: Deployable,
  to: string,
): Connection | undefined {
  if (decisions['sync-or-async'].chosen === 'synchronous') return undefined;
  if (to === 'companies') {
    return {
      kind: 'async',
      from,
      to,
      label: 'webhook',
      duplicates: 'each notice carries an id',
      deadLetter: 'a list of notices that failed, which can be sent again',
    };
  }
  if (to === 'outside' && facts.whenDown === 'queue') {
    return {
      kind: 'async',
      from,
      to,
      label: 'later, retried',
      duplicates: 'each request carries an idempotency key',
      deadLetter: 'a list of requests that failed, which can be sent again',
    };
  }
  return undefined;
}

function guardedCall(
  { facts, decisions }: Solution,
  time: Budgets,
  from: Deployable,
  to: string,
  attempts: number,
): SyncCall {
  const resilience = decisions.resilience.chosen;
  const deadline = callTime(time.deployables[0] ?? time.edge);
  const guards = {
    attempts,
    breaker: resilience !== 'timeouts-and-retries',
    bulkhead: resilience === 'bulkheads-and-fallbacks',
  };
  if (to === 'identity') {
    return call(from.id, to, 'sign-in, keys', deadline, {
      ...guards,
      retried: 'the reading of keys',
      fallback: 'tokens are checked with the keys last read; only new sign-ins fail',
    });
  }
  const fallback = to === 'outside' ? whenDown[facts.whenDown] : whenDown.fail;
  return call(from.id, to, 'HTTPS', deadline, { ...guards, fallback });
}

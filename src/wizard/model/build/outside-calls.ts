import type { Connection } from '../architecture.ts';
import { callTime } from '../deadlines.ts';
import { call } from '../sync-call.ts';
import type { PlannedDependency } from './outside.ts';
import type { Plan } from './plan.ts';
import type { Times } from './times.ts';

/** What is answered while it is down. */
const fallbacks = {
  fail: 'none: the request fails',
  stale: 'the last known answer, marked as old',
  queue: 'accept and finish later',
  hide: 'leave that part out',
} as const satisfies Record<PlannedDependency['whenDown'], string>;

/** An attempt may take this much longer than 99 of 100 answers do: about p99.9 (our convention). */
const beyondP99 = 1.5;

/** Whether somebody waits for its answer, rather than sending later what it has to know. */
export function waitsFor(
  { solution, settings }: Plan,
  { role, whenDown }: PlannedDependency,
): boolean {
  if (role === 'companies' && settings.outbound === 'webhooks') return false;
  if (solution.decisions['sync-or-async'].chosen === 'synchronous') return true;
  return role === 'identity' || (role === 'outside' && whenDown !== 'queue');
}

/** Every connection to a system that others run. */
export function callsOutside(
  plan: Plan,
  times: Times,
  dependencies: readonly PlannedDependency[],
  most: number,
): readonly Connection[] {
  return dependencies.flatMap((dependency) =>
    dependency.usedBy.map((from) =>
      waitsFor(plan, dependency)
        ? guardedCall(plan, times, from, dependency, most)
        : laterMessage(from, dependency),
    ),
  );
}

/** What may leave after the answer travels as a message. */
function laterMessage(from: string, { id: to, role }: PlannedDependency): Connection {
  return role === 'companies'
    ? {
        kind: 'async',
        from,
        to,
        label: 'webhook',
        duplicates: 'each notice carries an id',
        deadLetter: 'a list of notices that failed, which can be sent again',
      }
    : {
        kind: 'async',
        from,
        to,
        label: 'later, retried',
        duplicates: 'each request carries an idempotency key',
        deadLetter: 'a list of requests that failed, which can be sent again',
      };
}

function guardedCall(
  { solution, settings }: Plan,
  times: Times,
  from: string,
  { id: to, role, whenDown, p99Ms, safeToRepeat }: PlannedDependency,
  most: number,
): Connection {
  const resilience = solution.decisions.resilience.chosen;
  const attempts = times.isRetried(from) ? 1 : most;
  const deadline = callTime(times.own(from));
  const guards = {
    attempts,
    breaker: resilience !== 'timeouts-and-retries',
    bulkhead: resilience === 'bulkheads-and-fallbacks',
  };
  if (role === 'identity') {
    return call(from, to, 'sign-in, keys', deadline, {
      ...guards,
      retried: 'the reading of keys',
      fallback: 'tokens are checked with the keys last read; only new sign-ins fail',
    });
  }
  const wanted = p99Ms === undefined ? deadline : Math.ceil(p99Ms * beyondP99 * attempts * 1.1);
  const keyed = settings.idempotency === 'key' || settings.idempotency === 'key-and-inbox';
  const retried = safeToRepeat
    ? 'everything: a second call does nothing twice'
    : keyed
      ? 'reads, and writes that carry an idempotency key'
      : 'reads';
  return call(from, to, 'HTTPS', Math.min(deadline, wanted), {
    ...guards,
    retried,
    fallback: role === 'outside' ? fallbacks[whenDown] : fallbacks.fail,
  });
}

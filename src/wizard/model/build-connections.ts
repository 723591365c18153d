import type {
  Architecture,
  AsyncMessage,
  Connection,
  Deployable,
  SyncCall,
} from './architecture.ts';
import { attemptTimeout, callTime, shareTime } from './deadlines.ts';
import type { Budgets } from './deadlines.ts';
import type { Solution } from './solution.ts';

type Parts = Pick<
  Architecture,
  'actors' | 'edge' | 'deployables' | 'stores' | 'channels' | 'dependencies'
>;

const fallbacks = {
  fail: 'none: the request fails',
  stale: 'the last known answer, marked as old',
  queue: 'accept and finish later',
  hide: 'leave that part out',
} as const satisfies Record<Solution['facts']['whenDown'], string>;

/** Who calls whom, and who sends messages to whom. */
export function connectionsOf(solution: Solution, parts: Parts): readonly Connection[] {
  const { deployables } = parts;
  const chained =
    deployables.length > 1 && solution.decisions['sync-or-async'].chosen !== 'event-driven';
  const attempts = solution.decisions.resilience.parameters['attempts'] ?? 1;
  const time = shareTime(solution.facts.p95Ms, deployables.length, chained, attempts);
  return [
    ...incoming(time, parts),
    ...(chained ? betweenServices(solution, time, deployables, attempts) : []),
    ...toStores(time, parts, chained ? 1 : attempts),
    ...toChannels(parts),
    ...toOthers(solution, time, parts),
  ];
}

function call(
  from: string,
  to: string,
  label: string,
  deadlineMs: number,
  change: Partial<SyncCall> = {},
): SyncCall {
  const attempts = change.attempts ?? 1;
  return {
    kind: 'sync',
    from,
    to,
    label,
    deadlineMs,
    timeoutMs: attemptTimeout(deadlineMs, attempts),
    breaker: false,
    bulkhead: false,
    fallback: fallbacks.fail,
    ...change,
    attempts,
  };
}

function message(from: string, to: string, label: string, duplicates: string): AsyncMessage {
  return { kind: 'async', from, to, label, duplicates };
}

function incoming(time: Budgets, { actors, edge, deployables }: Parts): readonly Connection[] {
  return [
    ...actors.map((actor) => call(actor.id, edge.id, 'HTTPS', time.client)),
    ...deployables.map((deployable) => call(edge.id, deployable.id, 'HTTP', time.edge)),
  ];
}

/** Each service calls the next one, so that no circle of calls can arise; only the first call is retried. */
function betweenServices(
  { decisions }: Solution,
  time: Budgets,
  deployables: readonly Deployable[],
  attempts: number,
): readonly Connection[] {
  const label = decisions['public-api'].chosen === 'grpc' ? 'gRPC' : 'HTTP';
  return pairs(deployables).map(([from, to], index) =>
    call(from.id, to.id, label, callTime(time.deployables[index] ?? time.edge), {
      attempts: index === 0 ? attempts : 1,
      breaker: decisions.resilience.chosen !== 'timeouts-and-retries',
      bulkhead: decisions.resilience.chosen === 'bulkheads-and-fallbacks',
    }),
  );
}

/** Retries happen at one layer: between services where they call each other, else towards the store. */
function toStores(
  time: Budgets,
  { deployables, stores, channels }: Parts,
  attempts: number,
): readonly Connection[] {
  const label = channels.some((channel) => channel.kind === 'job-table') ? 'SQL, jobs too' : 'SQL';
  return stores.flatMap((store) =>
    deployables.flatMap(({ id }, index) => {
      const deadline = callTime(time.deployables[index] ?? time.edge);
      if (store.kind === 'cache') {
        const short = Math.floor(deadline / 5);
        return [call(id, store.id, 'read first', short, { fallback: 'read the database' })];
      }
      const writes = store.schemas.some((schema) => schema.writer === id);
      return writes ? [call(id, store.id, label, deadline, { attempts })] : [];
    }),
  );
}

function toChannels({ deployables, channels }: Parts): readonly Connection[] {
  const [first] = deployables;
  const receivers = deployables.length > 1 ? deployables.slice(1) : deployables;
  return channels.flatMap((channel) => {
    if (first === undefined || channel.kind === 'job-table') return [];
    const sent = message(first.id, channel.id, 'outbox', 'each message has an id');
    const received = receivers.map(({ id }) =>
      message(channel.id, id, 'messages', 'ids already handled are kept and skipped'),
    );
    return [sent, ...received];
  });
}

function toOthers(
  solution: Solution,
  time: Budgets,
  { deployables, dependencies }: Parts,
): readonly Connection[] {
  const [first] = deployables;
  if (first === undefined) return [];
  return dependencies.map((dependency) => toOther(solution, time, first, dependency.id));
}

function toOther(
  { facts, decisions }: Solution,
  time: Budgets,
  from: Deployable,
  to: string,
): Connection {
  const later = decisions['sync-or-async'].chosen !== 'synchronous';
  if (to === 'companies' && later) {
    return message(from.id, to, 'webhook', 'each notice carries an id');
  }
  if (to === 'outside' && later && facts.whenDown === 'queue') {
    return message(from.id, to, 'later, retried', 'each request carries an idempotency key');
  }
  const resilience = decisions.resilience.chosen;
  return call(
    from.id,
    to,
    to === 'identity' ? 'tokens' : 'HTTPS',
    callTime(time.deployables[0] ?? time.edge),
    {
      breaker: resilience !== 'timeouts-and-retries',
      bulkhead: resilience === 'bulkheads-and-fallbacks',
      fallback: to === 'outside' ? fallbacks[facts.whenDown] : fallbacks.fail,
    },
  );
}

function pairs(deployables: readonly Deployable[]): readonly (readonly [Deployable, Deployable])[] {
  return deployables.flatMap((from, index) => {
    const to = deployables[index + 1];
    return to === undefined ? [] : [[from, to] as const];
  });
}

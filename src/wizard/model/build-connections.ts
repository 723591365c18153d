import type { AsyncMessage, Connection, Deployable } from './architecture.ts';
import { callTime, shareTime } from './deadlines.ts';
import type { Budgets } from './deadlines.ts';
import { isChained } from './loads.ts';
import { connectionsOutside } from './outside-connections.ts';
import type { Solution } from './solution.ts';
import { call } from './sync-call.ts';
import type { Parts } from './sync-call.ts';

/** Who calls whom, and who sends messages to whom. */
export function connectionsOf(solution: Solution, parts: Parts): readonly Connection[] {
  const { deployables } = parts;
  const chained = isChained(solution);
  const attempts = solution.decisions.resilience.parameters.attempts ?? 1;
  const time = shareTime(solution.facts.p95Ms, deployables.length, chained, attempts);
  return [
    ...incoming(time, parts),
    ...(chained ? betweenServices(solution, time, deployables, attempts) : []),
    ...toStores(time, parts, chained ? 1 : attempts),
    ...toChannels(parts),
    ...connectionsOutside(solution, time, parts, attempts),
  ];
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
  const retried = 'reads, and transactions that the database itself rolled back';
  return stores.flatMap((store) =>
    deployables.flatMap(({ id }, index) => {
      const deadline = callTime(time.deployables[index] ?? time.edge);
      if (store.kind === 'cache') {
        const short = Math.floor(deadline / 5);
        return [call(id, store.id, 'read first', short, { fallback: 'read the database' })];
      }
      const writes = store.schemas.some((schema) => schema.writer === id);
      return writes ? [call(id, store.id, label, deadline, { attempts, retried })] : [];
    }),
  );
}

/** In a queue each message has one worker, so one deployable takes them; else all others get a copy. */
function toChannels({ deployables, channels }: Parts): readonly Connection[] {
  const [first] = deployables;
  const others = deployables.length > 1 ? deployables.slice(1) : deployables;
  return channels.flatMap((channel) => {
    if (first === undefined || channel.kind === 'job-table') return [];
    const { deadLetter } = channel;
    const receivers = channel.kind === 'queue' ? others.slice(0, 1) : others;
    const message = (
      from: string,
      to: string,
      label: string,
      duplicates: string,
    ): AsyncMessage => ({
      kind: 'async',
      from,
      to,
      label,
      duplicates,
      deadLetter,
    });
    return [
      message(first.id, channel.id, 'outbox', 'each message has an id'),
      ...receivers.map(({ id }) =>
        message(channel.id, id, 'messages', 'ids already handled are kept and skipped'),
      ),
    ];
  });
}

function pairs(deployables: readonly Deployable[]): readonly (readonly [Deployable, Deployable])[] {
  return deployables.flatMap((from, index) => {
    const to = deployables[index + 1];
    return to === undefined ? [] : [[from, to] as const];
  });
}

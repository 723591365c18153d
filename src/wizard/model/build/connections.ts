import type {
  AsyncMessage,
  Channel,
  Connection,
  Deployable,
  Edge,
  Store,
  Actor,
} from '../architecture.ts';
import { callTime } from '../deadlines.ts';
import { call } from '../sync-call.ts';
import type { Message } from '../system.ts';
import type { PlannedFlow } from './flows.ts';
import type { PlannedDependency } from './outside.ts';
import { callsOutside, waitsFor } from './outside-calls.ts';
import type { Plan } from './plan.ts';
import { routesBetween, routesIn } from './routes.ts';
import { timesOf } from './times.ts';
import type { Times } from './times.ts';

/** The parts that are connected. */
export interface Parts {
  readonly actors: readonly Actor[];
  readonly edge: Edge;
  readonly deployables: readonly Deployable[];
  readonly stores: readonly Store[];
  readonly channels: readonly Channel[];
  readonly dependencies: readonly PlannedDependency[];
}

/** Who calls whom and who sends messages to whom, and the time that each deployable has. */
export function connectionsOf(
  plan: Plan,
  flows: readonly PlannedFlow[],
  messages: readonly Message[],
  parts: Parts,
): { readonly connections: readonly Connection[]; readonly times: Times } {
  const { solution } = plan;
  const attempts = solution.decisions.resilience.parameters.attempts ?? 1;
  const between = routesBetween(plan, flows);
  const { edge, backends } = routesIn(plan);
  const retriers = new Set(
    parts.dependencies
      .filter((each) => each.role !== 'identity' && waitsFor(plan, each))
      .flatMap(({ usedBy }) => usedBy),
  );
  const inside = parts.deployables.map(({ id }) => id);
  const times = timesOf(solution.facts.p95Ms, inside, backends, between, attempts, retriers);
  const guards = {
    breaker: solution.decisions.resilience.chosen !== 'timeouts-and-retries',
    bulkhead: solution.decisions.resilience.chosen === 'bulkheads-and-fallbacks',
  };
  const label = plan.settings.internalCall === 'grpc' ? 'gRPC' : 'HTTP';
  const connections = [
    ...parts.actors.map((actor) => call(actor.id, parts.edge.id, 'HTTPS', times.client)),
    ...edge.map((id) => call(parts.edge.id, id, 'HTTP', times.edge)),
    ...backends.map(({ from, to }) => call(from, to, label, callTime(times.own(from)), guards)),
    ...between.map((route) =>
      call(route.from, route.to, label, callTime(times.own(route.from)), {
        ...guards,
        attempts: times.attempts(route),
        ...(writesRepeat(plan) ? {} : { retried: 'reads' }),
      }),
    ),
    ...toStores(times, parts, attempts),
    ...toChannels(plan, messages, parts.channels),
    ...callsOutside(plan, times, parts.dependencies, attempts),
  ];
  return { connections, times };
}

/** Whether writes carry a key by which a second one is known. */
export function writesRepeat({ settings }: Plan): boolean {
  return settings.idempotency === 'key' || settings.idempotency === 'key-and-inbox';
}

/** What a lost piece of news costs: the change itself is in the database. */
const unheard = 'clients load the present state when they connect again';

/** Retries happen at one layer: towards the store only where no caller retries. */
function toStores(
  times: Times,
  { deployables, stores, channels }: Parts,
  most: number,
): readonly Connection[] {
  const label = channels.some((channel) => channel.kind === 'job-table') ? 'SQL, jobs too' : 'SQL';
  const retried = 'reads, and transactions that the database itself rolled back';
  const services = deployables.filter(({ kind }) => kind === 'service');
  return stores.flatMap((store) =>
    services.flatMap(({ id }) => {
      const deadline = callTime(times.own(id));
      if (store.kind === 'cache') {
        const short = Math.floor(deadline / 5);
        return [call(id, store.id, 'read first', short, { fallback: 'read the database' })];
      }
      if (store.kind === 'backplane') {
        const short = Math.floor(deadline / 5);
        return [call(id, store.id, 'publish, listen', short, { fallback: unheard })];
      }
      const writes = store.schemas.some((schema) => schema.writer === id);
      const attempts = times.isRetried(id) ? 1 : most;
      return writes ? [call(id, store.id, label, deadline, { attempts, retried })] : [];
    }),
  );
}

/** One line from each sender to each channel, and from each channel to each receiver. */
function toChannels(
  { units, settings }: Plan,
  messages: readonly Message[],
  channels: readonly Channel[],
): readonly Connection[] {
  const home = new Map(
    units.flatMap(({ id, areas }) => areas.map((area) => [area.id, id] as const)),
  );
  const found = new Map<string, AsyncMessage>();
  const add = (message: AsyncMessage): void => {
    found.set(`${message.from} ${message.to}`, message);
  };
  const channelOf = new Map(channels.map((channel) => [channel.id, channel]));
  const known = 'ids already handled are kept and skipped';
  for (const { from, to, channel: id } of messages) {
    const channel = channelOf.get(id);
    const sender = home.get(from);
    if (channel === undefined || sender === undefined) continue;
    const { deadLetter } = channel;
    const receivers = [...new Set(to.flatMap((each) => home.get(each) ?? []))];
    if (channel.kind === 'job-table') {
      for (const receiver of receivers.filter((each) => each !== sender)) {
        add({
          kind: 'async',
          from: sender,
          to: receiver,
          label: 'jobs',
          duplicates: known,
          deadLetter,
        });
      }
      continue;
    }
    const label = settings.publishing === 'outbox-cdc' ? 'change log' : 'outbox';
    add({
      kind: 'async',
      from: sender,
      to: id,
      label,
      duplicates: 'each message has an id',
      deadLetter,
    });
    for (const receiver of receivers) {
      add({
        kind: 'async',
        from: id,
        to: receiver,
        label: 'messages',
        duplicates: known,
        deadLetter,
      });
    }
  }
  return [...found.values()];
}

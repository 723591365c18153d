import type { Channel, ConnectionLimit, Helper, Store } from '../architecture.ts';
import type { Message } from '../system.ts';
import type { Plan, Unit } from './plan.ts';

/** PostgreSQL's own limit of connections, and what is kept free of it. */
const connections = { limit: 100, reserved: 10 } as const;

/** The databases, the shared cache and the backplane. `wanted` is how many connections a unit's replicas hold together. */
export function storesOf(plan: Plan, wanted: (unit: Unit) => number): readonly Store[] {
  const cache: Store = {
    id: 'shared-cache',
    label: 'cache',
    kind: 'cache',
    note: 'shared, may be empty',
    schemas: [],
  };
  const databases = databasesOf(plan, wanted);
  const isShared = ['distributed', 'cdn-and-distributed'].includes(
    plan.solution.decisions.cache.chosen,
  );
  return [...databases, ...(isShared ? [cache] : []), ...backplanesOf(plan)];
}

/** What carries news between replicas that hold connections; nothing where a broker does it. */
function backplanesOf({ solution }: Plan): readonly Store[] {
  const { backplane, broker } = solution.decisions;
  const shared = { id: 'backplane', kind: 'backplane', schemas: [] } as const;
  switch (backplane.chosen) {
    case 'none':
      return [];
    case 'pub-sub':
      return [{ ...shared, label: 'Redis pub/sub', note: 'news, kept nowhere' }];
    case 'streams':
      return ['routing-broker', 'log'].includes(broker.chosen)
        ? []
        : [{ ...shared, label: 'Redis Streams', note: 'news, kept for a while' }];
  }
}

/** The id of the database that a unit writes to. */
export function storeIdOf({ solution }: Plan, unit: Unit): string {
  const own = solution.decisions['data-ownership'].chosen === 'database-per-service';
  return own ? `${unit.id}-db` : 'db';
}

/** "order-lines" → "order_lines". */
export function schemaName(area: string): string {
  return area.replaceAll('-', '_');
}

function databasesOf(plan: Plan, wanted: (unit: Unit) => number): readonly Store[] {
  const { units } = plan;
  const database = { kind: 'database', label: 'PostgreSQL' } as const;
  const all = limited(units.reduce((sum, unit) => sum + wanted(unit), 0));
  const schemas = units.flatMap(schemasOf);
  switch (plan.solution.decisions['data-ownership'].chosen) {
    case 'database-per-service':
      return units.map((unit) => ({
        ...database,
        id: storeIdOf(plan, unit),
        note: `only ${unit.label} reaches it`,
        schemas: schemasOf(unit),
        connections: limited(wanted(unit)),
      }));
    case 'shared-with-exit':
      return [
        {
          ...database,
          id: 'db',
          note: 'shared until a set date',
          schemas: [...schemas, { name: 'tables-of-others', writer: 'outside' }],
          connections: all,
        },
      ];
    case 'schema-per-module':
      return [
        {
          ...database,
          id: 'db',
          note: units.length > 1 ? 'a schema per area' : 'a schema per module',
          schemas,
          connections: all,
        },
      ];
  }
}

function schemasOf({ id, areas }: Unit): Store['schemas'] {
  return areas.map((area) => ({ name: schemaName(area.id), writer: id }));
}

/** A pooler stands in front where the replicas would hold more connections than the database takes. */
function limited(wanted: number): ConnectionLimit {
  const free = connections.limit - connections.reserved;
  return { ...connections, pooler: wanted > free ? free : 0 };
}

const deadLetters = {
  'job-table': 'jobs with state "failed"',
  queue: 'dead-letter queue',
  'routing-broker': 'dead-letter queue per subscriber',
  log: 'dead-letter topic per reader',
} as const;

/** Where messages and jobs wait; nothing while callers wait for everything and no job is put off. */
export function channelsOf(
  { solution, settings, units }: Plan,
  messages: readonly Message[],
): readonly Channel[] {
  const waits = solution.decisions['sync-or-async'].chosen === 'synchronous';
  if (waits && settings.jobs === 'in-process') return [];
  const kind = waits ? 'job-table' : solution.decisions.broker.chosen;
  const deadLetter = deadLetters[kind];
  switch (kind) {
    case 'job-table':
      return [{ id: 'jobs', label: 'job table', kind, deadLetter }];
    case 'queue': {
      if (units.length === 1) return [{ id: 'queue', label: 'queue', kind, deadLetter }];
      const used = new Set(messages.map(({ channel }) => channel));
      return units
        .filter(({ id }) => used.has(`${id}-queue`))
        .map(({ id, label }) => ({
          id: `${id}-queue`,
          label: `queue of ${label}`,
          kind,
          deadLetter,
        }));
    }
    case 'routing-broker':
      return [{ id: 'broker', label: 'broker', kind, deadLetter }];
    case 'log':
      return [{ id: 'log', label: 'event log', kind, deadLetter }];
  }
}

/** What runs in a unit beside the answering of requests. */
export function helpersOf(
  { settings, solution }: Plan,
  unit: {
    readonly sends: boolean;
    readonly receives: boolean;
    readonly orchestrates: boolean;
    readonly notifies: boolean;
    readonly defers: boolean;
  },
): readonly Helper[] {
  const relays = settings.publishing !== 'none' && (unit.sends || unit.defers);
  const works = unit.receives || (unit.defers && !relays);
  return [
    ...(unit.orchestrates ? [helper('saga-orchestrator', 'saga orchestrator')] : []),
    ...(works ? [helper('worker', 'worker: what may happen later')] : []),
    ...(relays ? [helper('outbox-relay', 'outbox relay: sends messages')] : []),
    ...(unit.notifies ? [helper('webhook-sender', 'webhook sender')] : []),
    ...(settings.readSide === 'projection' || settings.readSide === 'event-sourcing'
      ? [helper('projector', 'projector: fills the read side')]
      : []),
    ...(solution.decisions.cache.chosen === 'in-process'
      ? [helper('cache', 'cache in the process')]
      : []),
  ];
}

function helper(kind: Helper['kind'], label: string): Helper {
  return { kind, label };
}

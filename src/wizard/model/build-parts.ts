import type { Channel, Dependency, Deployable, Store } from './architecture.ts';
import type { Solution } from './solution.ts';

/** The databases and the shared cache. */
export function storesOf(solution: Solution, deployables: readonly Deployable[]): readonly Store[] {
  const cache: Store = {
    id: 'shared-cache',
    label: 'cache',
    kind: 'cache',
    note: 'shared, may be empty',
    schemas: [],
  };
  const databases = databasesOf(solution, deployables);
  const shared = ['distributed', 'cdn-and-distributed'].includes(solution.decisions.cache.chosen);
  return shared ? [...databases, cache] : databases;
}

function databasesOf(
  { decisions }: Solution,
  deployables: readonly Deployable[],
): readonly Store[] {
  const database = { kind: 'database', label: 'PostgreSQL' } as const;
  switch (decisions['data-ownership'].chosen) {
    case 'database-per-service':
      return deployables.map(({ id, label }) => ({
        ...database,
        id: `${id}-db`,
        note: `only ${label} reaches it`,
        schemas: [{ name: schemaName(label), writer: id }],
      }));
    case 'shared-with-exit':
      return [
        {
          ...database,
          id: 'db',
          note: 'shared until a set date',
          schemas: [...ownSchemas(deployables), { name: 'others', writer: 'outside' }],
        },
      ];
    case 'schema-per-module':
      return [
        {
          ...database,
          id: 'db',
          note: deployables.length > 1 ? 'a schema per service' : 'a schema per module',
          schemas: ownSchemas(deployables),
        },
      ];
  }
}

/** One schema for each module of a single deployable, or for each of several deployables. */
function ownSchemas(deployables: readonly Deployable[]): Store['schemas'] {
  return deployables.flatMap(({ id, label, modules }) => {
    const owners = modules.filter((name) => name.startsWith('module'));
    const names = owners.length > 0 ? owners : [label];
    return names.map((name) => ({ name: schemaName(name), writer: id }));
  });
}

function schemaName(label: string): string {
  return label.toLowerCase().replaceAll(' ', '_');
}

/** Where messages wait; nothing while callers wait for everything. */
export function channelsOf({ decisions }: Solution): readonly Channel[] {
  if (decisions['sync-or-async'].chosen === 'synchronous') return [];
  switch (decisions.broker.chosen) {
    case 'job-table':
      return [
        {
          id: 'jobs',
          label: 'job table',
          kind: 'job-table',
          deadLetter: 'jobs with state "failed"',
        },
      ];
    case 'queue':
      return [{ id: 'queue', label: 'queue', kind: 'queue', deadLetter: 'dead-letter queue' }];
    case 'routing-broker':
      return [
        {
          id: 'broker',
          label: 'broker',
          kind: 'routing-broker',
          deadLetter: 'dead-letter queue per subscriber',
        },
      ];
    case 'log':
      return [
        { id: 'log', label: 'event log', kind: 'log', deadLetter: 'dead-letter topic per reader' },
      ];
  }
}

/** Systems that others run. */
export function dependenciesOf({ decisions, facts }: Solution): readonly Dependency[] {
  const found: Dependency[] = [];
  const authentication = decisions.authentication.chosen;
  if (!['none', 'session', 'api-keys'].includes(authentication)) {
    found.push({ id: 'identity', label: 'identity provider', note: 'signs in, issues tokens' });
  }
  if (facts.outsideCalls > 0) {
    const label =
      facts.outsideCalls === 1 ? 'outside system' : `${facts.outsideCalls} outside systems`;
    found.push({ id: 'outside', label, note: `promises ${facts.outsideAvailability} %` });
  }
  if (facts.interaction.includes('notify')) {
    found.push({ id: 'companies', label: 'other companies', note: 'are notified' });
  }
  return found;
}

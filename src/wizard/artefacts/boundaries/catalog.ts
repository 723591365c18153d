import type { Architecture, Channel, Deployable, Store } from '../../model/architecture.ts';
import type { Api } from '../../model/system.ts';
import type { RecordContext } from '../adr.ts';
import { kebab } from '../names.ts';
import { yamlFile } from '../yaml.ts';

interface Entity {
  readonly apiVersion: 'backstage.io/v1alpha1';
  readonly kind: 'System' | 'Component' | 'API' | 'Resource' | 'Group';
  readonly metadata: {
    readonly name: string;
    readonly title?: string;
    readonly description?: string;
    readonly tags?: readonly string[];
  };
  readonly spec: Readonly<Record<string, unknown>>;
}

/** What Backstage's catalogue knows of the system: who owns what, what offers and needs what. */
export function catalogInfo({ architecture, solution }: RecordContext): string {
  const lifecycle = solution.facts.startFrom === 'new' ? 'experimental' : 'production';
  const entities = [
    systemEntity(architecture),
    ...teams(architecture).map(groupEntity),
    ...architecture.deployables.map((each) => componentEntity(each, architecture, lifecycle)),
    ...architecture.apis.map((api) => apiEntity(api, architecture, lifecycle)),
    ...architecture.stores.map((store) => storeEntity(store, architecture)),
    ...carriers(architecture).map((channel) => channelEntity(channel, architecture)),
  ];
  const head = [
    'The software catalogue of Backstage: https://backstage.io/docs/features/software-catalog/descriptor-format',
    'Made from the deployables, contracts, stores and channels of architecture.json.',
  ];
  return entities.map((entity, index) => yamlFile(entity, index === 0 ? head : [])).join('---\n');
}

function systemEntity({ name, deployables }: Architecture): Entity {
  return entity('System', kebab(name), { title: name }, { owner: ownerOf(deployables) });
}

function groupEntity(team: string): Entity {
  return entity('Group', kebab(team), { title: team }, { type: 'team', children: [] });
}

function componentEntity(
  { id, label, owner, modules }: Deployable,
  architecture: Architecture,
  lifecycle: string,
): Entity {
  const { apis, connections, name } = architecture;
  const called = new Set(
    connections.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : [])),
  );
  const kept = [...architecture.stores, ...carriers(architecture)].filter((each) =>
    called.has(each.id),
  );
  const targets = new Set(
    connections.flatMap(({ kind, from, to }) => (kind === 'sync' && from === id ? [to] : [])),
  );
  const used = apis.filter(({ deployable, audience }) => {
    return audience === 'internal' && targets.has(deployable);
  });
  return entity(
    'Component',
    kebab(id),
    {
      title: label,
      ...(modules.length > 0 && { description: `Holds ${modules.join(', ')}.` }),
    },
    {
      type: 'service',
      lifecycle,
      owner: kebab(owner),
      system: kebab(name),
      providesApis: apis.filter(({ deployable }) => deployable === id).map((api) => kebab(api.id)),
      consumesApis: used.map((api) => kebab(api.id)),
      dependsOn: kept.map((each) => `resource:${kebab(each.id)}`),
    },
  );
}

const apiTypes = { rest: 'openapi', graphql: 'graphql', grpc: 'grpc' } as const;

function apiEntity(api: Api, architecture: Architecture, lifecycle: string): Entity {
  const owner = architecture.deployables.find(({ id }) => id === api.deployable)?.owner ?? '';
  return entity(
    'API',
    kebab(api.id),
    { title: api.title, tags: [api.audience] },
    {
      type: apiTypes[api.form],
      lifecycle,
      owner: kebab(owner),
      system: kebab(architecture.name),
      definition: { $text: `./${contractPath(api)}` },
    },
  );
}

/** Where the contract of an API stands among the files. */
export function contractPath({ id, form }: Api): string {
  const names = { rest: 'openapi.yaml', graphql: 'schema.graphql', grpc: 'service.proto' } as const;
  return `contracts/${kebab(id)}/${names[form]}`;
}

function storeEntity(
  { id, label, kind, note, schemas }: Store,
  architecture: Architecture,
): Entity {
  const writer = architecture.deployables.find((each) =>
    schemas.some((schema) => schema.writer === each.id),
  );
  return entity(
    'Resource',
    kebab(id),
    { title: label, description: note },
    {
      type: kind,
      owner: kebab(writer?.owner ?? ownerOf(architecture.deployables)),
      system: kebab(architecture.name),
    },
  );
}

function channelEntity(
  { id, label, kind, deadLetter }: Channel,
  architecture: Architecture,
): Entity {
  return entity(
    'Resource',
    kebab(id),
    { title: label, description: `Dead letters: ${deadLetter}` },
    { type: kind, owner: ownerOf(architecture.deployables), system: kebab(architecture.name) },
  );
}

/** A job table is part of a database. */
function carriers({ channels }: Architecture): readonly Channel[] {
  return channels.filter(({ kind }) => kind !== 'job-table');
}

function teams({ deployables, capabilities }: Architecture): readonly string[] {
  const named = [...deployables, ...capabilities].map(({ owner }) => owner);
  const known = new Map(named.map((owner) => [kebab(owner), owner]));
  return [...known.values()];
}

/** Who answers for what all share: the owner of the first deployable. */
function ownerOf(deployables: readonly Deployable[]): string {
  return kebab(deployables[0]?.owner ?? '');
}

function entity(
  kind: Entity['kind'],
  name: string,
  metadata: Omit<Entity['metadata'], 'name'>,
  spec: Entity['spec'],
): Entity {
  return { apiVersion: 'backstage.io/v1alpha1', kind, metadata: { name, ...metadata }, spec };
}

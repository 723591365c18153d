import type { Deployable, Store } from '../../model/architecture.ts';
import type { RecordContext } from '../adr.ts';
import type { GeneratedFile } from '../files.ts';
import { yamlFile } from '../yaml.ts';
import { brokerService, storeService } from './compose-parts.ts';
import type { ComposeService } from './compose-parts.ts';
import { images } from './images.ts';
import { pooledStores, poolerOf, poolerService } from './pooler.ts';
import { port, settingsOf } from './settings.ts';
import { graceSeconds, resourcesOf } from './sizes.ts';

/** Everything on one machine, or on the container service that takes such a file. */
export function composeFile(context: RecordContext): GeneratedFile {
  const { solution, architecture } = context;
  const runsHere = ['managed-containers', 'own-hosts'].includes(solution.decisions.platform.chosen);
  const { deployables, stores, channels } = architecture;
  const databases = stores.filter(({ kind }) => kind === 'database');
  const broker = channels.map(({ kind }) => brokerService(kind)).find((each) => each !== undefined);
  const services: Readonly<Record<string, ComposeService>> = {
    edge: edgeService(context),
    ...Object.fromEntries(
      deployables.map((each) => [each.id, deployableService(each, context, runsHere)]),
    ),
    ...Object.fromEntries(stores.map((store) => [store.id, storeService(store)])),
    ...Object.fromEntries(
      pooledStores(architecture).map((store) => [poolerOf(store), poolerService(store)]),
    ),
    ...(broker && { broker }),
    'otel-collector': {
      image: images.collector,
      command: ['--config=/etc/otel-collector.yaml'],
      volumes: ['./observability/otel-collector.yaml:/etc/otel-collector.yaml:ro'],
      environment: ['TELEMETRY_ENDPOINT', 'TELEMETRY_TOKEN'],
    },
  };
  const volumes = [...databases.map(({ id }) => id), ...(broker ? ['broker'] : [])];
  const value = {
    services,
    volumes: Object.fromEntries(volumes.map((name) => [name, {}])),
    secrets: { 'database-password': { file: './secrets/database-password' } },
  };
  return {
    path: 'compose.yaml',
    text: yamlFile(value, head(runsHere)),
    checkedBy: 'Compose schema and model check',
    madeFrom: 'style (1), data ownership (14), broker (20), cache (24), platform (36)',
  };
}

function head(runsHere: boolean): readonly string[] {
  return [
    'Made from: the deployables, stores and channels of this design.',
    runsHere
      ? 'Replicas and limits are those of the estimates; stores are better rented where data matters.'
      : 'For one machine, to develop and to try: one replica of each. What runs for users stands beside it.',
    'Needs: a .env file for each deployable under secrets/, and secrets/database-password.',
  ];
}

function edgeService({ architecture: { edge, connections } }: RecordContext): ComposeService {
  const behind = connections.filter(({ from }) => from === edge.id).map(({ to }) => to);
  return {
    image: images.edge,
    ports: ['8000:80'],
    volumes: ['./edge/Caddyfile:/etc/caddy/Caddyfile:ro'],
    depends_on: Object.fromEntries(behind.map((id) => [id, { condition: 'service_healthy' }])),
  };
}

function deployableService(
  deployable: Deployable,
  context: RecordContext,
  runsHere: boolean,
): ComposeService {
  const { deployables, stores, channels, connections } = context.architecture;
  const { id, replicas } = deployable;
  const { milliCores, memoryMib } = resourcesOf(deployable, context);
  const ends = connections.flatMap(({ from, to }) =>
    from === id ? [to] : to === id ? [from] : [],
  );
  const pooled: readonly Store[] = pooledStores(context.architecture);
  const needs = [
    ...stores
      .filter((store) => ends.includes(store.id))
      .map((store) => (pooled.includes(store) ? poolerOf(store) : store.id)),
    ...(channels.some((each) => ends.includes(each.id) && each.kind !== 'job-table')
      ? ['broker']
      : []),
  ];
  return {
    image: `${id}:\${VERSION:-dev}`,
    build: {
      context: deployables.length === 1 ? '.' : `./${id}`,
      dockerfile: deployables.length === 1 ? 'Dockerfile' : '../Dockerfile',
    },
    environment: settingsOf(deployable, context).open,
    env_file: [`./secrets/${id}.env`],
    expose: [String(port)],
    init: true,
    read_only: true,
    tmpfs: ['/tmp'],
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
    stop_grace_period: `${graceSeconds(deployable, context)}s`,
    restart: 'unless-stopped',
    deploy: {
      replicas: runsHere ? replicas : 1,
      resources: { limits: { cpus: String(milliCores / 1000), memory: `${memoryMib}M` } },
      update_config: { order: 'start-first', parallelism: 1, failure_action: 'rollback' },
    },
    ...(needs.length > 0 && {
      depends_on: Object.fromEntries(needs.map((each) => [each, { condition: 'service_healthy' }])),
    }),
  };
}

import type { Deployable } from '../../model/architecture.ts';
import { replicaSizes } from '../../model/replica-sizes.ts';
import type { RecordContext } from '../adr.ts';
import { addressOf } from '../observability/addresses.ts';

/** Where every deployable listens. */
export const port = 8080;

/** What a deployable reads from its environment. */
export interface Settings {
  readonly open: Readonly<Record<string, string>>;
  /** Names of what must stay secret. */
  readonly secret: readonly string[];
}

/** "records-service" becomes "RECORDS_SERVICE". */
export function inCapitals(id: string): string {
  return id.toUpperCase().replaceAll('-', '_');
}

/** The settings of one deployable: who it is, where everything that it calls is, how much it takes. */
export function settingsOf(deployable: Deployable, context: RecordContext): Settings {
  const { solution, architecture } = context;
  const { id, pool } = deployable;
  const calls = architecture.connections.filter(({ from }) => from === id).map(({ to }) => to);
  const receives = architecture.connections.filter(({ to }) => to === id).map(({ from }) => from);
  const called = (each: { readonly id: string }): boolean => calls.includes(each.id);
  const heard = (each: { readonly id: string }): boolean =>
    called(each) || receives.includes(each.id);
  const databases = architecture.stores.filter(({ kind }) => kind === 'database').filter(called);
  const inMemory = architecture.stores.filter(({ kind }) => kind !== 'database').filter(called);
  const channels = architecture.channels.filter(heard);
  const dependencies = architecture.dependencies.filter(called);
  return {
    open: {
      PORT: String(port),
      OTEL_SERVICE_NAME: id,
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://otel-collector:4318',
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
      CONCURRENT_REQUESTS: String(replicaSizes(solution, architecture).get(id)?.concurrent ?? 1),
      ...(databases.length > 0 && { DATABASE_POOL_SIZE: String(pool) }),
      ...Object.fromEntries([
        ...architecture.deployables
          .filter(called)
          .map((each) => [`${inCapitals(each.id)}_URL`, `http://${each.id}:${port}`] as const),
        ...inMemory.map(
          (each) => [`${inCapitals(each.id)}_URL`, `redis://${each.id}:6379`] as const,
        ),
        ...dependencies.map(
          (each) => [`${inCapitals(each.id)}_URL`, `https://${addressOf(each.id)}`] as const,
        ),
      ]),
    },
    secret: [
      ...databases.map(() => 'DATABASE_URL'),
      ...(channels.some(({ kind }) => kind !== 'job-table') ? ['BROKER_URL'] : []),
      ...dependencies.map((each) => `${inCapitals(each.id)}_TOKEN`),
    ],
  };
}

import type { Channel, Store } from '../../model/architecture.ts';
import { images } from './images.ts';

/** A service of a compose file. */
export type ComposeService = Readonly<Record<string, unknown>>;

/** The check of a service: a command that ends well once it is up. */
export function healthy(...command: readonly string[]): object {
  return { test: ['CMD', ...command], interval: '5s', timeout: '3s', retries: 10 };
}

/** A database, a cache or a backplane, and where it keeps its data. */
export function storeService({ id, kind, connections }: Store): ComposeService {
  if (kind === 'backplane') {
    return { image: images.backplane, healthcheck: healthy('valkey-cli', 'ping') };
  }
  if (kind === 'cache') {
    return {
      image: images.cache,
      command: ['valkey-server', '--maxmemory', '256mb', '--maxmemory-policy', 'allkeys-lru'],
      healthcheck: healthy('valkey-cli', 'ping'),
    };
  }
  return {
    image: images.database,
    command: ['postgres', '-c', `max_connections=${connections?.limit ?? 100}`],
    environment: {
      POSTGRES_USER: 'app',
      POSTGRES_DB: 'app',
      POSTGRES_PASSWORD_FILE: '/run/secrets/database-password',
    },
    secrets: ['database-password'],
    volumes: [`${id}:/var/lib/postgresql`],
    healthcheck: healthy('pg_isready', '--username', 'app'),
  };
}

/** What carries messages; nothing for a job table, which stands in the database. */
export function brokerService(kind: Channel['kind']): ComposeService | undefined {
  if (kind === 'job-table') return undefined;
  const check =
    kind === 'log'
      ? healthy('/opt/kafka/bin/kafka-topics.sh', '--bootstrap-server', 'localhost:9092', '--list')
      : healthy('rabbitmq-diagnostics', '-q', 'ping');
  const data = kind === 'log' ? '/var/lib/kafka/data' : '/var/lib/rabbitmq';
  return { image: images[kind], volumes: [`broker:${data}`], healthcheck: check };
}

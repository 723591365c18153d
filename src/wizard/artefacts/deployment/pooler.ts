import type { Architecture, ConnectionLimit, Store } from '../../model/architecture.ts';
import type { RecordContext } from '../adr.ts';
import type { GeneratedFile } from '../files.ts';
import type { ComposeService } from './compose-parts.ts';
import { healthy } from './compose-parts.ts';
import { images } from './images.ts';

/** Where a pooler listens: the port of PgBouncer. */
const poolerPort = 6432;

/** A database with a pooler in front of it. */
type PooledStore = Store & { readonly connections: ConnectionLimit };

/** The databases that replicas reach through a pooler, since they would hold too many connections. */
export function pooledStores({ stores }: Architecture): readonly PooledStore[] {
  return stores.filter(isPooled);
}

/** The name of the pooler in front of a database. */
export function poolerOf({ id }: Store): string {
  return `${id}-pooler`;
}

/** The pooler as a service of a compose file. */
export function poolerService(store: Store): ComposeService {
  return {
    image: images.pooler,
    volumes: [
      `./${pathOf(store)}:/etc/pgbouncer/pgbouncer.ini:ro`,
      './secrets/pgbouncer-users.txt:/etc/pgbouncer/users.txt:ro',
    ],
    expose: [String(poolerPort)],
    healthcheck: healthy('pg_isready', '--host', 'localhost', '--port', String(poolerPort)),
    depends_on: { [store.id]: { condition: 'service_healthy' } },
  };
}

/** The configuration of each pooler: https://www.pgbouncer.org/config.html, read 2026-12-01. */
export function poolerFiles({ architecture }: RecordContext): readonly GeneratedFile[] {
  return pooledStores(architecture).map((store) => ({
    path: pathOf(store),
    text: configOf(store, architecture),
    checkedBy: 'model check',
    madeFrom: 'data ownership (14), scaling (38), the estimates',
  }));
}

function configOf(store: PooledStore, { deployables }: Architecture): string {
  const { id, connections, schemas } = store;
  const writers = new Set(schemas.map(({ writer }) => writer));
  const clients = deployables.filter((each) => writers.has(each.id));
  const wanted = clients.reduce((sum, { replicas, pool }) => sum + replicas * pool, 0);
  return [
    `; PgBouncer in front of ${id}. Made from: the connections of the model.`,
    `; The replicas hold ${wanted} connections, and ${id} takes ${connections.limit}, of which ${connections.reserved} stay free for people and backups.`,
    `; DATABASE_URL of ${clients.map((each) => each.id).join(', ')} names ${poolerOf(store)}:${poolerPort}.`,
    '; A connection belongs to one transaction at a time: no session settings, no LISTEN, no advisory locks of a session.',
    '; Needs: secrets/pgbouncer-users.txt with a line "app" "SCRAM-SHA-256$…", as pg_authid has it.',
    '[databases]',
    `app = host=${id} port=5432 dbname=app`,
    '',
    '[pgbouncer]',
    'listen_addr = *',
    `listen_port = ${poolerPort}`,
    'auth_type = scram-sha-256',
    'auth_file = /etc/pgbouncer/users.txt',
    'pool_mode = transaction',
    `default_pool_size = ${connections.pooler}`,
    `max_db_connections = ${connections.pooler}`,
    // While a release replaces replicas, old and new ones are connected.
    `max_client_conn = ${2 * wanted}`,
    'ignore_startup_parameters = extra_float_digits',
    '',
  ].join('\n');
}

function pathOf({ id }: Store): string {
  return `database/${id}-pgbouncer.ini`;
}

function isPooled(store: Store): store is PooledStore {
  return (store.connections?.pooler ?? 0) > 0;
}

/** Images of what a design needs beside its own, each pinned to a major version. */
export const images = {
  database: 'postgres:18',
  pooler: 'edoburu/pgbouncer:v1.24.1-p1',
  cache: 'valkey/valkey:9',
  backplane: 'valkey/valkey:9',
  queue: 'rabbitmq:4',
  'routing-broker': 'rabbitmq:4',
  log: 'apache/kafka:4.1.0',
  // Below 1.0 each minor version may change the configuration.
  collector: 'otel/opentelemetry-collector-contrib:0.165.0',
  edge: 'caddy:2',
} as const;

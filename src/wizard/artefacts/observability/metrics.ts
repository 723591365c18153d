/**
 * Names as Prometheus sees the metrics of OpenTelemetry's semantic conventions: dots become
 * underscores, the unit and "_total" are appended, service.name becomes the label "job" and
 * service.instance.id "instance".
 * https://opentelemetry.io/docs/specs/semconv/http/http-metrics/
 * https://opentelemetry.io/docs/specs/semconv/rpc/rpc-metrics/
 * https://opentelemetry.io/docs/specs/semconv/database/database-metrics/
 * https://opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics/
 */
export const metrics = {
  /** http.server.request.duration, in seconds; a histogram. */
  httpServer: 'http_server_request_duration_seconds',
  /** http.server.active_requests */
  httpActive: 'http_server_active_requests',
  /** rpc.server.call.duration, in seconds; a histogram. */
  rpcServer: 'rpc_server_call_duration_seconds',
  /** http.client.request.duration, in seconds; a histogram. */
  httpClient: 'http_client_request_duration_seconds',
  /** db.client.connection.count, by state. */
  dbConnections: 'db_client_connection_count',
  /** db.client.connection.max */
  dbConnectionsMost: 'db_client_connection_max',
  /** messaging.process.duration, in seconds; a histogram. */
  processed: 'messaging_process_duration_seconds',
  /** process.cpu.time, in seconds. */
  cpu: 'process_cpu_time_seconds_total',
  /** process.memory.usage, in bytes. */
  memory: 'process_memory_usage_bytes',
  /** Ours, app.messages.dead_lettered: the conventions know no dead letters. */
  deadLetters: 'app_messages_dead_lettered_total',
  /** Ours, app.messages.oldest.age, in seconds: how long the oldest message has waited. */
  oldestMessage: 'app_messages_oldest_age_seconds',
  /** Ours, app.breaker.open: 1 while the breaker towards a dependency is open. */
  breakerOpen: 'app_breaker_open',
} as const;

/** What the service has to report by itself, for the heads of files. */
export const ownMetrics: readonly string[] = [
  'Report these three yourself, since the conventions have no names for them:',
  'app.messages.dead_lettered (counter) and app.messages.oldest.age (gauge, s), both with',
  'messaging.destination.name, and app.breaker.open (gauge, 0 or 1) with the name of the dependency.',
];

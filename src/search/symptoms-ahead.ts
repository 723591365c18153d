import type { CapabilityId } from '../catalogue/ids.ts';

/**
 * What people type who need a page that is not written yet. When a page is written its symptoms
 * stand in its own frontmatter and its line here goes; the build says so.
 */
export const symptomsAhead: Partial<Record<CapabilityId, readonly string[]>> = {
  'api-contract-and-documentation/contract-testing': ['provider deploy breaks a consumer'],
  'microservices-architecture/saga-pattern': [
    'order paid but not shipped',
    'half of a transaction is done',
  ],
  'microservices-architecture/service-boundaries': [
    'every change needs two deploys',
    'distributed monolith',
  ],
  'microservices-architecture/strangler-pattern': ['replace a legacy system'],
  'event-driven-architecture/message-queues': ['queue keeps growing', 'consumer is too slow'],
  'event-driven-architecture/event-streaming': ['consumer lag grows', 'rebalance storm'],
  'event-driven-architecture/dead-letter-queues': [
    'poison message',
    'one message blocks the queue',
    'message is redelivered forever',
  ],
  'event-driven-architecture/exactly-once-delivery': [
    'message processed twice',
    'duplicate events',
  ],
  'event-driven-architecture/event-schema-evolution': ['consumer cannot parse an event'],
  'event-driven-architecture/event-routing': ['every consumer gets every event'],
  'authentication-and-authorization/jwt': ['cannot revoke a token', 'token expired'],
  'authentication-and-authorization/session-management': [
    'users are logged out on deploy',
    'keep a user logged in',
    'session fixation',
  ],
  'authentication-and-authorization/openid-connect': [
    'login with another provider',
    'sign in with Google',
  ],
  'authentication-and-authorization/mtls': ['certificate expired'],
  'security-patterns/rate-limiting': ['429 too many requests', 'one client takes all the capacity'],
  'security-patterns/cors': ['blocked by CORS policy', 'preflight request fails'],
  'security-patterns/secrets-management': ['secret committed to git', 'password in the log'],
  'security-patterns/ddos-protection': ['traffic flood'],
  'observability-and-monitoring/alerting': [
    'too many alerts',
    'paged at night for nothing',
    'burn rate',
  ],
  'observability-and-monitoring/tracing': ['which service is slow'],
  'observability-and-monitoring/correlation': ['logs of one request are scattered'],
  'observability-and-monitoring/metrics': ['cardinality explosion'],
  'observability-and-monitoring/profiling': ['CPU at 100 %', 'memory leak'],
  'data-integration-patterns/connection-pooling': [
    'pool exhausted, waiting for a connection',
    'too many connections',
    'remaining connection slots are reserved',
  ],
  'data-integration-patterns/event-driven-data-sync': [
    'written to the database but not to the broker',
    'dual write',
    'outbox',
  ],
  'data-integration-patterns/cqrs-integration': ['I do not see my own write', 'replica lag'],
  'data-integration-patterns/database-transaction-management': [
    'deadlock',
    'could not serialize access',
  ],
  'data-integration-patterns/data-consistency': ['stale read', 'read my own writes'],
  'caching-strategies/cache-patterns': ['cache stampede', 'dog pile'],
  'caching-strategies/cache-invalidation': ['stale data after an update'],
  'caching-strategies/cache-warming': ['slow after a restart', 'cold cache'],
  'caching-strategies/distributed-caching': ['hot key'],
  'asynchronous-processing/background-jobs': ['request times out while a report is made'],
  'asynchronous-processing/job-retry': ['job fails again and again'],
  'asynchronous-processing/scheduled-tasks': ['cron job ran twice', 'cron job did not run'],
  'asynchronous-processing/long-running-operations': ['the work takes minutes'],
  'api-gateway-and-load-balancing/load-balancing': [
    'one instance gets all the traffic',
    '502 bad gateway',
  ],
  'performance-optimization/query-optimization': ['too many queries for one page', 'N+1'],
  'performance-optimization/async-operations': [
    'event loop blocked',
    'a thread held for each call',
  ],
  'performance-optimization/connection-pooling': [
    'ECONNRESET',
    'ports exhausted',
    'TIME_WAIT',
    'socket hang up',
  ],
  'performance-optimization/database-optimization': ['full table scan', 'slow query'],
  'testing-strategies/load-testing': ['how many requests can it take'],
  'testing-strategies/test-automation': ['flaky tests'],
  'deployment-and-operations/database-migrations': [
    'migration locks the table',
    'column dropped while old code runs',
  ],
  'deployment-and-operations/canary-releases': ['bad deploy reaches everybody'],
  'deployment-and-operations/blue-green-deployment': ['roll back at once'],
  'deployment-and-operations/orchestration': ['requests fail during a rolling update'],
};

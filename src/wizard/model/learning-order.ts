import type { CategorySlug } from '../../catalogue/ids.ts';
import type { PatternId } from './decision-kinds.ts';

/**
 * The order in which fields of the catalogue build on each other: first where a system is cut and
 * what its parts promise, then what holds when calls fail, then data and messages across borders,
 * then who may, then speed, then running it. A convention of ours.
 */
export const categoriesInOrder: readonly CategorySlug[] = [
  'microservices-architecture',
  'api-design-and-patterns',
  'api-contract-and-documentation',
  'resilience-and-fault-tolerance',
  'data-integration-patterns',
  'asynchronous-processing',
  'event-driven-architecture',
  'authentication-and-authorization',
  'security-patterns',
  'api-gateway-and-load-balancing',
  'caching-strategies',
  'performance-optimization',
  'framework-and-technology-expertise',
  'testing-strategies',
  'observability-and-monitoring',
  'deployment-and-operations',
  'documentation-and-developer-experience',
];

/** Pages that a page builds on. They come first where a path holds both; a path never grows by them. */
export const buildsOn: { readonly [Id in PatternId]?: readonly PatternId[] } = {
  'microservices-architecture/service-communication': [
    'microservices-architecture/service-boundaries',
  ],
  'microservices-architecture/saga-pattern': [
    'data-integration-patterns/database-transaction-management',
    'data-integration-patterns/data-consistency',
    'event-driven-architecture/message-queues',
    'resilience-and-fault-tolerance/idempotency',
  ],
  'microservices-architecture/cqrs': ['data-integration-patterns/data-consistency'],
  'microservices-architecture/api-gateway': ['microservices-architecture/service-boundaries'],
  'microservices-architecture/backend-for-frontend': ['microservices-architecture/api-gateway'],
  'microservices-architecture/service-mesh': [
    'microservices-architecture/service-discovery',
    'authentication-and-authorization/mtls',
  ],
  'microservices-architecture/circuit-breaker': [
    'resilience-and-fault-tolerance/timeout-management',
    'resilience-and-fault-tolerance/retry-patterns',
  ],
  'api-design-and-patterns/graphql-apis': ['api-design-and-patterns/restful-apis'],
  'api-design-and-patterns/grpc-services': ['api-design-and-patterns/restful-apis'],
  'api-design-and-patterns/webhook-patterns': ['resilience-and-fault-tolerance/retry-patterns'],
  'api-design-and-patterns/websocket-apis': ['api-design-and-patterns/server-sent-events'],
  'resilience-and-fault-tolerance/retry-patterns': [
    'resilience-and-fault-tolerance/timeout-management',
  ],
  'resilience-and-fault-tolerance/circuit-breaker': [
    'resilience-and-fault-tolerance/timeout-management',
    'resilience-and-fault-tolerance/retry-patterns',
  ],
  'resilience-and-fault-tolerance/bulkhead-pattern': [
    'resilience-and-fault-tolerance/timeout-management',
  ],
  'resilience-and-fault-tolerance/graceful-degradation': [
    'resilience-and-fault-tolerance/circuit-breaker',
  ],
  'resilience-and-fault-tolerance/chaos-engineering': [
    'resilience-and-fault-tolerance/circuit-breaker',
  ],
  'resilience-and-fault-tolerance/compensation': [
    'data-integration-patterns/database-transaction-management',
  ],
  'data-integration-patterns/database-per-service': [
    'microservices-architecture/service-boundaries',
  ],
  'data-integration-patterns/event-driven-data-sync': ['event-driven-architecture/message-queues'],
  'data-integration-patterns/cqrs-integration': ['microservices-architecture/cqrs'],
  'asynchronous-processing/job-retry': ['asynchronous-processing/background-jobs'],
  'asynchronous-processing/long-running-operations': ['asynchronous-processing/background-jobs'],
  'event-driven-architecture/message-queues': ['asynchronous-processing/background-jobs'],
  'event-driven-architecture/message-patterns': ['event-driven-architecture/message-queues'],
  'event-driven-architecture/pub-sub-patterns': ['event-driven-architecture/message-queues'],
  'event-driven-architecture/event-streaming': ['event-driven-architecture/pub-sub-patterns'],
  'event-driven-architecture/dead-letter-queues': ['event-driven-architecture/message-queues'],
  'event-driven-architecture/event-sourcing': ['event-driven-architecture/event-streaming'],
  'event-driven-architecture/event-driven-microservices': [
    'event-driven-architecture/pub-sub-patterns',
  ],
  'event-driven-architecture/exactly-once-delivery': ['resilience-and-fault-tolerance/idempotency'],
  'authentication-and-authorization/openid-connect': ['authentication-and-authorization/oauth-2-0'],
  'authentication-and-authorization/abac': ['authentication-and-authorization/rbac'],
  'authentication-and-authorization/oauth-2-0': [
    'authentication-and-authorization/session-management',
  ],
  'authentication-and-authorization/jwt': ['authentication-and-authorization/oauth-2-0'],
  'security-patterns/csrf-protection': ['authentication-and-authorization/session-management'],
  'caching-strategies/distributed-caching': ['caching-strategies/cache-patterns'],
  'caching-strategies/cache-invalidation': ['caching-strategies/cache-patterns'],
  'deployment-and-operations/orchestration': ['deployment-and-operations/containerization'],
  'deployment-and-operations/blue-green-deployment': ['deployment-and-operations/ci-cd'],
  'deployment-and-operations/canary-releases': [
    'deployment-and-operations/ci-cd',
    'observability-and-monitoring/metrics',
  ],
};

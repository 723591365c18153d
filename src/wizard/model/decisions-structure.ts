import { decision } from './decision-kinds.ts';

/** How the system is cut and how its parts and clients talk. */
export const structureDecisions = {
  style: decision({
    number: 1,
    title: 'Style',
    question: 'How many parts are built and released on their own?',
    simplestBecause:
      'For {engineers} and {teams}, one deployable is the cheapest thing to build, test, release and watch.',
    alternatives: {
      'modular-monolith': {
        label: 'modular monolith',
        summary: 'One deployable whose modules keep their code and tables to themselves.',
        tradeOff:
          'Everything is released together, and the module boundaries hold only as long as a check in the build defends them.',
        revisitWhen:
          'three teams of at least three want to release on their own, or one part needs ten times the capacity of the rest',
        patterns: ['microservices-architecture/service-boundaries'],
        favors: ['simplicity', 'correctness'],
      },
      'service-based': {
        label: 'service-based',
        summary: 'Two to eight deployables, each for one area of the business.',
        tradeOff:
          'Calls between the parts can fail and are slower than calls in a process, and every part has a pipeline, alerts and an owner.',
        revisitWhen:
          'one service is released by two teams, or services are always released together',
        patterns: [
          'microservices-architecture/service-boundaries',
          'microservices-architecture/service-communication',
        ],
        favors: ['change', 'compliance'],
      },
      microservices: {
        label: 'microservices',
        summary: 'Many small deployables, each with its own data and its own team.',
        tradeOff:
          'Each team moves alone, and pays for it with network failures, data that agrees only after a while, and a platform that somebody has to run.',
        revisitWhen: 'a change usually touches several services, or a team owns more than two',
        patterns: [
          'microservices-architecture/service-boundaries',
          'microservices-architecture/service-communication',
          'data-integration-patterns/database-per-service',
        ],
        favors: ['change', 'scale'],
      },
    },
  }),
  'public-api': decision({
    number: 4,
    title: 'Public API',
    question: 'In which form do clients call the system?',
    simplestBecause: 'Every client, proxy and cache understands HTTP resources.',
    alternatives: {
      rest: {
        label: 'REST',
        summary: 'Resources over HTTP with JSON, described in OpenAPI before they are built.',
        tradeOff:
          'A screen that shows many things makes several requests or gets an endpoint of its own.',
        revisitWhen: 'two clients need very different fields of the same data',
        patterns: [
          'api-design-and-patterns/restful-apis',
          'api-contract-and-documentation/openapi-swagger',
        ],
      },
      graphql: {
        label: 'GraphQL',
        summary: 'One typed schema from which each client picks its fields, with a limit on cost.',
        tradeOff:
          'Cost limits, batching against N + 1 queries and caching become your work, since HTTP no longer does it.',
        revisitWhen: 'all clients turn out to ask for the same fields',
        patterns: [
          'api-design-and-patterns/graphql-apis',
          'api-contract-and-documentation/graphql-schema',
        ],
      },
      grpc: {
        label: 'gRPC',
        summary: 'Typed calls and streams over HTTP/2, for callers that you build yourself.',
        tradeOff: 'A browser cannot call it without a proxy, and a person cannot read the traffic.',
        revisitWhen: 'a browser or another company becomes a client',
        patterns: ['api-design-and-patterns/grpc-services'],
      },
    },
  }),
  'sync-or-async': decision({
    number: 6,
    title: 'Sync or async',
    question: 'Does the caller wait until all the work is done?',
    simplestBecause: 'When the caller waits, it knows at once whether the work is done.',
    alternatives: {
      synchronous: {
        label: 'synchronous',
        summary: 'The caller waits and gets the result or the error.',
        tradeOff: 'The answer is as slow as its slowest step, and fails when any step fails.',
        revisitWhen:
          'a second part reacts to the same change, or a step takes more than two seconds',
        patterns: ['microservices-architecture/service-communication'],
      },
      'answer-then-work': {
        label: 'answer, then work',
        summary:
          'What must be right is written before the answer; the rest leaves as messages written in the same transaction (an outbox).',
        tradeOff:
          'The rest is done a little later, so each message needs retries, a dead-letter path and a receiver that tolerates duplicates.',
        revisitWhen:
          'nobody but the caller cares about the result any more, or users ask why they see old data',
        patterns: [
          'asynchronous-processing/background-jobs',
          'event-driven-architecture/message-patterns',
          'event-driven-architecture/dead-letter-queues',
        ],
        favors: ['speed', 'uptime', 'scale'],
      },
      'event-driven': {
        label: 'event-driven',
        summary: 'Parts publish what happened and others react; no caller waits for them.',
        tradeOff:
          'No single place shows a whole flow, and data agrees only after a while: tracing and idempotent receivers are not optional.',
        revisitWhen: 'an answer must contain the outcome of a reaction',
        patterns: [
          'event-driven-architecture/event-driven-microservices',
          'event-driven-architecture/pub-sub-patterns',
          'resilience-and-fault-tolerance/idempotency',
        ],
        favors: ['scale'],
      },
    },
  }),
  edge: decision({
    number: 10,
    title: 'Edge',
    question: 'What stands between the clients and the system?',
    simplestBecause:
      'With one deployable there is nothing to route between, so spreading requests over replicas is all the edge has to do.',
    alternatives: {
      'load-balancer': {
        label: 'load balancer',
        summary: 'Terminates TLS and spreads requests over healthy replicas.',
        tradeOff: 'Limits per client and checks of tokens stay in the application.',
        revisitWhen: 'a second deployable gets its own address, or partners get quotas',
        patterns: ['api-gateway-and-load-balancing/load-balancing'],
      },
      gateway: {
        label: 'API gateway',
        summary:
          'Routes, limits and first checks of tokens in one place, with no business logic in it.',
        tradeOff:
          'One more hop and one more thing that must never be down; logic that creeps into it is hard to test.',
        revisitWhen: 'only one deployable is left behind it and no partner has a quota',
        patterns: [
          'api-gateway-and-load-balancing/gateway-patterns',
          'microservices-architecture/api-gateway',
        ],
      },
    },
  }),
} as const;

import { decision } from './decision-kinds.ts';

/** How clients reach the system. */
export const contractDecisions = {
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

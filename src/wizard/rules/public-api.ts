import { all, atLeast, below, is, not, rulesFor } from './rule.ts';
import { sources } from './sources.ts';

/** Decision 4: the form of the public API. */
export const publicApiRules = rulesFor('public-api', [
  {
    id: 'public-api/grpc-browser',
    when: is('clients', 'web', 'partners'),
    effect: { kind: 'veto', alternatives: ['grpc'] },
    because:
      'Scripts in a browser cannot control HTTP/2 frames, so they reach gRPC only through a translating proxy; partners would have to take on your toolchain.',
    tag: 'S',
    source: sources.grpcWeb,
    pattern: 'api-design-and-patterns/grpc-services',
  },
  {
    id: 'public-api/grpc-internet',
    when: is('exposure', 'internet'),
    effect: { kind: 'veto', alternatives: ['grpc'] },
    because:
      'The API is reachable from the internet, where proxies, tools and people expect HTTP with JSON; gRPC stays inside.',
    tag: 'C',
  },
  {
    id: 'public-api/graphql-one-client',
    when: not(
      all(is('interaction', 'client-graph'), atLeast('clients', 2), not(is('clientNeeds', 'same'))),
    ),
    effect: { kind: 'veto', alternatives: ['graphql'] },
    because:
      'GraphQL pays when at least two clients need different fields and choose them themselves; otherwise you pay for cost limits and get nothing.',
    tag: 'C',
    revisitWhen: 'two clients need very different fields of the same data',
  },
  {
    id: 'public-api/graphql-some',
    when: all(is('interaction', 'client-graph'), is('clientNeeds', 'some')),
    effect: { kind: 'score', points: { graphql: 2 } },
    because: 'Your clients choose their fields themselves, and they need {clientNeeds}.',
    tag: 'F',
    pattern: 'api-design-and-patterns/graphql-apis',
  },
  {
    id: 'public-api/graphql-very-different',
    when: all(is('interaction', 'client-graph'), is('clientNeeds', 'very-different')),
    effect: { kind: 'score', points: { graphql: 3 } },
    because:
      'Your clients choose their fields themselves and need {clientNeeds}; one endpoint per screen would never end.',
    tag: 'F',
    pattern: 'api-design-and-patterns/graphql-apis',
  },
  {
    id: 'public-api/graphql-cost-limit',
    when: is('interaction', 'client-graph'),
    effect: { kind: 'parameter', name: 'queryCostLimit', value: 1000, for: ['graphql'] },
    because:
      'A client that writes its own queries can write one that costs too much, so each query has a limit.',
    tag: 'C',
    pattern: 'security-patterns/api-throttling',
  },
  {
    id: 'public-api/partners-expect-rest',
    when: is('clients', 'partners'),
    effect: { kind: 'score', points: { rest: 1 } },
    because: 'Partners call you with the tools they have, and all of them speak HTTP with JSON.',
    tag: 'F',
    pattern: 'api-design-and-patterns/restful-apis',
  },
  {
    id: 'public-api/grpc-fast',
    when: below('p95Ms', 50),
    effect: { kind: 'score', points: { grpc: 3 } },
    because:
      'With {p95Ms}, small binary messages on connections that stay open save time that JSON would cost.',
    tag: 'C',
    pattern: 'api-design-and-patterns/grpc-services',
  },
  {
    id: 'public-api/grpc-streams',
    when: is('interaction', 'live'),
    effect: { kind: 'score', points: { grpc: 2 } },
    because: 'Between your own systems, gRPC has streams in both directions built in.',
    tag: 'F',
    pattern: 'api-design-and-patterns/grpc-services',
  },
]);

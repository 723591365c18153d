import { peakReaches, severalDeployables } from './conditions.ts';
import { all, below, chosen, is, rulesFor } from './rule.ts';

/** Decision 5: how one part asks another one. */
export const internalCallRules = rulesFor('internal-call', [
  {
    id: 'internal-call/one-deployable',
    when: chosen('style', 'modular-monolith'),
    effect: { kind: 'veto', alternatives: ['rest', 'grpc'] },
    because:
      'All modules are in one process; a network between them would only add failures and milliseconds.',
    tag: 'F',
    pattern: 'microservices-architecture/service-communication',
    revisitWhen: 'a module becomes a deployable of its own',
  },
  {
    id: 'internal-call/events-instead',
    when: chosen('sync-or-async', 'event-driven'),
    effect: { kind: 'veto', alternatives: ['rest', 'grpc'] },
    because:
      'Parts hear of each other through events and keep what they need, so no call has to leave a deployable.',
    tag: 'F',
    pattern: 'event-driven-architecture/event-driven-microservices',
    revisitWhen: 'an answer needs the present state of another part',
  },
  {
    id: 'internal-call/several-deployables',
    when: severalDeployables,
    effect: { kind: 'score', points: { rest: 3, grpc: 3 } },
    because:
      'Your parts run in several deployables, so a call from one to another needs a network.',
    tag: 'F',
    pattern: 'microservices-architecture/service-communication',
  },
  {
    id: 'internal-call/fast',
    when: below('p95Ms', 50),
    effect: { kind: 'score', points: { grpc: 3 } },
    because:
      'With {p95Ms} there is no time for text: small binary messages on connections that stay open save some of it.',
    tag: 'C',
    pattern: 'api-design-and-patterns/grpc-services',
  },
  {
    id: 'internal-call/streams',
    when: is('interaction', 'live'),
    effect: { kind: 'score', points: { grpc: 2 } },
    because: 'Live traffic crosses your parts, and gRPC has streams in both directions built in.',
    tag: 'F',
    pattern: 'api-design-and-patterns/grpc-services',
  },
  {
    id: 'internal-call/same-as-outside',
    when: chosen('public-api', 'grpc'),
    effect: { kind: 'score', points: { grpc: 3 } },
    because: 'Your API is gRPC already, and one form of call is enough.',
    tag: 'C',
  },
  {
    id: 'internal-call/many-calls',
    when: all(chosen('style', 'microservices'), peakReaches(1000)),
    effect: { kind: 'score', points: { grpc: 2 } },
    because:
      'From 1,000 requests a second, several calls behind each of them make the cost of text felt.',
    tag: 'C',
    pattern: 'api-design-and-patterns/grpc-services',
  },
]);

import { peakReaches } from './conditions.ts';
import { all, atLeast, chosen, is, rulesFor } from './rule.ts';

/** Decision 24: where answers are kept. */
export const cacheRules = rulesFor('cache', [
  {
    id: 'cache/no-staleness',
    when: is('staleness', 'none'),
    effect: { kind: 'veto', alternatives: ['http-and-cdn', 'in-process', 'distributed'] },
    because: 'No answer may be out of date, and a cache answers with what was true a moment ago.',
    tag: 'F',
    pattern: 'data-integration-patterns/data-consistency',
    revisitWhen: 'some answers may be a few seconds old',
  },
  {
    id: 'cache/public-answers',
    when: all(is('dataKinds', 'public'), is('clients', 'web', 'mobile', 'partners')),
    effect: { kind: 'score', alternatives: ['http-and-cdn'], points: 2 },
    because: 'Public data is the same for everybody, so a CDN near the reader can answer for you.',
    tag: 'F',
    pattern: 'performance-optimization/cdn-integration',
  },
  {
    id: 'cache/read-often',
    when: atLeast('readsPerWrite', 10),
    effect: {
      kind: 'score',
      alternatives: ['http-and-cdn', 'in-process', 'distributed'],
      points: 1,
    },
    because: 'You have {readsPerWrite}, so a stored answer is used several times.',
    tag: 'F',
    pattern: 'caching-strategies/cache-patterns',
  },
  {
    id: 'cache/minutes',
    when: atLeast('staleness', 'minutes'),
    effect: {
      kind: 'score',
      alternatives: ['http-and-cdn', 'in-process', 'distributed'],
      points: 1,
    },
    because: 'You allow {staleness}, long enough for most reads to find a stored answer.',
    tag: 'F',
  },
  {
    id: 'cache/graphql',
    when: chosen('public-api', 'graphql', 'grpc'),
    effect: { kind: 'score', alternatives: ['http-and-cdn'], points: -2 },
    because: 'Queries travel in the body of a POST, which browsers and CDNs do not store.',
    tag: 'F',
    pattern: 'caching-strategies/graphql-caching',
  },
  {
    id: 'cache/busy',
    when: peakReaches(100),
    effect: { kind: 'score', alternatives: ['in-process', 'distributed'], points: 2 },
    because: 'From 100 requests a second, the same few keys are asked for over and over.',
    tag: 'C',
    pattern: 'caching-strategies/cache-layers',
  },
  {
    id: 'cache/very-busy',
    when: all(peakReaches(1000), atLeast('readsPerWrite', 10)),
    effect: { kind: 'score', alternatives: ['distributed'], points: 2 },
    because:
      'From 1,000 requests a second you run many replicas, and each would fill a cache of its own.',
    tag: 'C',
    pattern: 'caching-strategies/distributed-caching',
  },
]);

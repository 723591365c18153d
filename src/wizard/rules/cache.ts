import { onlyPublicData, peakReaches } from './conditions.ts';
import { all, atLeast, chosen, is, not, rulesFor } from './rule.ts';

/** Speaks for every cache alike. */
const anyCache = {
  'private-http': 1,
  'http-and-cdn': 1,
  'in-process': 1,
  distributed: 1,
  'cdn-and-distributed': 1,
} as const;

/** Decision 24: where answers are kept. */
export const cacheRules = rulesFor('cache', [
  {
    id: 'cache/no-staleness',
    when: is('staleness', 'none'),
    effect: {
      kind: 'veto',
      alternatives: [
        'private-http',
        'http-and-cdn',
        'in-process',
        'distributed',
        'cdn-and-distributed',
      ],
    },
    because: 'No answer may be out of date, and a cache answers with what was true a moment ago.',
    tag: 'F',
    pattern: 'data-integration-patterns/data-consistency',
    revisitWhen: 'some answers may be a few seconds old',
  },
  {
    id: 'cache/not-public',
    when: not(is('dataKinds', 'public')),
    effect: { kind: 'veto', alternatives: ['http-and-cdn', 'cdn-and-distributed'] },
    because: 'A CDN stores what everybody may read, and you have {dataKinds}.',
    tag: 'F',
    pattern: 'performance-optimization/cdn-integration',
    revisitWhen: 'some answers are public and the same for everybody',
  },
  {
    id: 'cache/inside-only',
    when: not(is('exposure', 'internet')),
    effect: { kind: 'veto', alternatives: ['http-and-cdn', 'cdn-and-distributed'] },
    because: 'A CDN answers on the internet, and the internet does not reach you.',
    tag: 'F',
    pattern: 'performance-optimization/cdn-integration',
    revisitWhen: 'the system is opened to the internet',
  },
  {
    id: 'cache/sensitive-data',
    when: is('dataKinds', 'sensitive'),
    effect: { kind: 'veto', alternatives: ['private-http'] },
    because:
      'Payment or health data should not stay on the disk of a browser that others may use later.',
    tag: 'F',
    pattern: 'caching-strategies/http-caching',
  },
  {
    id: 'cache/no-store',
    when: is('dataKinds', 'sensitive'),
    effect: { kind: 'parameter', name: 'noStore', value: 1 },
    because: 'Payment or health data must not be stored on the way.',
    tag: 'F',
    pattern: 'caching-strategies/http-caching',
  },
  {
    id: 'cache/graphql',
    when: chosen('public-api', 'graphql', 'grpc'),
    effect: {
      kind: 'veto',
      alternatives: ['private-http', 'http-and-cdn', 'cdn-and-distributed'],
    },
    because: 'Queries travel in the body of a POST, which browsers and CDNs do not store.',
    tag: 'F',
    pattern: 'caching-strategies/graphql-caching',
  },
  {
    id: 'cache/public-answers',
    when: is('dataKinds', 'public'),
    effect: { kind: 'score', points: { 'http-and-cdn': 3, 'cdn-and-distributed': 3 } },
    because: 'Public data is the same for everybody, so a CDN near the reader can answer for you.',
    tag: 'F',
    pattern: 'performance-optimization/cdn-integration',
  },
  {
    id: 'cache/read-often',
    when: atLeast('readsPerWrite', 10),
    effect: { kind: 'score', points: anyCache },
    because: 'You have {readsPerWrite}, so a stored answer is used several times.',
    tag: 'F',
    pattern: 'caching-strategies/cache-patterns',
  },
  {
    id: 'cache/minutes',
    when: atLeast('staleness', 'minutes'),
    effect: { kind: 'score', points: anyCache },
    because: 'You allow {staleness}, long enough for most reads to find a stored answer.',
    tag: 'F',
  },
  {
    id: 'cache/busy',
    when: all(peakReaches(100), not(onlyPublicData)),
    effect: { kind: 'score', points: { 'in-process': 2, distributed: 2 } },
    because: 'From 100 requests a second, the same few keys are asked for over and over.',
    tag: 'C',
    pattern: 'caching-strategies/cache-layers',
  },
  {
    id: 'cache/very-busy',
    when: all(peakReaches(1000), atLeast('readsPerWrite', 10), not(onlyPublicData)),
    effect: { kind: 'score', points: { distributed: 2, 'cdn-and-distributed': 3 } },
    because:
      'From 1,000 requests a second you run many replicas, and each would fill a cache of its own.',
    tag: 'C',
    pattern: 'caching-strategies/distributed-caching',
  },
]);

import { decision } from './decision-kinds.ts';

/** Where answers are kept. */
export const cacheDecision = {
  cache: decision({
    number: 24,
    title: 'Cache',
    question: 'Where are answers kept so that they need not be computed again?',
    simplestBecause:
      'Without a cache there is nothing that can be out of date, and nothing to invalidate.',
    alternatives: {
      none: {
        label: 'no cache',
        summary:
          'Every answer comes from the database; conditional requests (ETag) still save the transfer.',
        tradeOff: 'Every read costs a query.',
        revisitWhen:
          'a few seconds of staleness are allowed somewhere and the same data is read over and over',
        patterns: [
          'performance-optimization/query-optimization',
          'caching-strategies/http-caching',
        ],
        favors: ['simplicity', 'correctness'],
      },
      'private-http': {
        label: 'HTTP caching in the browser',
        summary:
          'Cache-Control: private lets the browser of one person answer that person again; nothing on the way keeps the answer.',
        tradeOff:
          'Only the same person is served again, and what a browser has stored cannot be called back before its time is over.',
        revisitWhen: 'the same answers are asked for by many people',
        patterns: ['caching-strategies/http-caching'],
        favors: ['speed', 'scale'],
      },
      'http-and-cdn': {
        label: 'HTTP caching and a CDN',
        summary:
          'Public answers carry Cache-Control: public, so browsers and a CDN answer without asking you; all others carry private or no-store.',
        tradeOff:
          'What a browser has stored cannot be called back before its time is over, and one wrong header publishes a private answer.',
        revisitWhen: 'most answers differ per user, or the CDN answers less than half of the reads',
        patterns: ['caching-strategies/http-caching', 'performance-optimization/cdn-integration'],
        favors: ['speed', 'scale'],
      },
      'in-process': {
        label: 'cache in the process',
        summary: 'Each replica keeps recent answers in its memory for a short, jittered time.',
        tradeOff:
          'Replicas can answer differently for a moment, and every release starts with an empty cache.',
        revisitWhen: 'the replicas miss the same keys over and over',
        patterns: ['caching-strategies/cache-layers', 'caching-strategies/cache-patterns'],
        favors: ['speed', 'scale'],
      },
      distributed: {
        label: 'distributed cache',
        summary:
          'A store such as Redis or Valkey that all replicas share, with single flight and jittered expiry.',
        tradeOff:
          'One more store that can be down or wrong: every read needs a path without it, and the database must survive a cold cache.',
        revisitWhen: 'its hit rate falls under 80 %, or the database could carry the reads alone',
        patterns: [
          'caching-strategies/distributed-caching',
          'caching-strategies/cache-invalidation',
        ],
        favors: ['speed', 'scale'],
      },
      'cdn-and-distributed': {
        label: 'CDN for public answers, distributed cache for the rest',
        summary:
          'Browsers and a CDN keep what is the same for everybody, and a store that all replicas share keeps the rest.',
        tradeOff:
          'Two layers to invalidate: for each answer somebody has to say which of them may keep it, and how long.',
        revisitWhen: 'one of the two layers answers few of the reads that reach it',
        patterns: [
          'caching-strategies/cache-layers',
          'performance-optimization/cdn-integration',
          'caching-strategies/distributed-caching',
        ],
        favors: ['speed', 'scale'],
      },
    },
  }),
} as const;

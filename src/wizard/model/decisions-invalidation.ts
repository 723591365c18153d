import { decision } from './decision-kinds.ts';

/** How a kept answer is replaced once it is out of date. */
export const invalidationDecision = {
  invalidation: decision({
    number: 25,
    title: 'Cache invalidation',
    question: 'How does a kept answer go away when the data behind it changes?',
    simplestBecause: 'Nothing is kept, so nothing can be out of date.',
    alternatives: {
      none: {
        label: 'nothing to invalidate',
        summary: 'No answer is kept anywhere, so none has to be replaced.',
        tradeOff: 'Every read reaches the database.',
        revisitWhen: 'a cache is added',
        patterns: ['caching-strategies/cache-patterns'],
      },
      ttl: {
        label: 'expiry',
        summary:
          'Each kept answer has a time to live no longer than the age that you allow, with jitter, and one request alone renews it.',
        tradeOff:
          'A change is seen only when the time is over, and a popular answer is computed again each time.',
        revisitWhen: 'the time has to be so short that most reads miss',
        patterns: ['caching-strategies/cache-invalidation', 'caching-strategies/cache-patterns'],
        favors: ['simplicity'],
      },
      'versioned-key': {
        label: 'versioned keys',
        summary:
          'The key or the address holds a version or a hash of the content; a change makes a new key, and the old one is never asked for again.',
        tradeOff:
          'Whoever reads has to learn the new version first, and old entries take up room until they expire.',
        revisitWhen: 'readers cannot learn the version, or content changes several times a minute',
        patterns: ['caching-strategies/cache-invalidation', 'caching-strategies/http-caching'],
        favors: ['speed'],
      },
      event: {
        label: 'deletion on change',
        summary:
          'Whoever changes data deletes its keys after the commit, or an event does; a time to live stays behind it for events that get lost.',
        tradeOff:
          'Each write has to know all keys that contain its data, and a reader that is slower than the deletion can put the old answer back.',
        revisitWhen: 'one change touches more keys than anybody can list',
        patterns: [
          'caching-strategies/cache-invalidation',
          'data-integration-patterns/event-driven-data-sync',
        ],
        favors: ['correctness'],
      },
      tag: {
        label: 'purge by tag',
        summary:
          'Each answer carries the tags of the things it shows, and one purge of a tag takes all of them out of the CDN.',
        tradeOff:
          'It works only where the CDN knows tags, purges are limited in number, and the browser of a reader cannot be purged at all.',
        revisitWhen: 'you change the CDN, or a purge empties most of it',
        patterns: [
          'caching-strategies/cache-invalidation',
          'performance-optimization/cdn-integration',
        ],
        favors: ['speed', 'correctness'],
      },
    },
  }),
} as const;

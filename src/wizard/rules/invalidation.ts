import { callsOutside, severalDeployables } from './conditions.ts';
import { all, any, atLeast, chosen, is, not, rulesFor } from './rule.ts';

const nothingKept = chosen('cache', 'none');
const inBrowsers = chosen('cache', 'private-http', 'http-and-cdn', 'cdn-and-distributed');
const inCdn = chosen('cache', 'http-and-cdn', 'cdn-and-distributed');

/** So short an age that answers kept for no longer than it would seldom be used twice. */
const shortAndReadOften = all(is('staleness', 'seconds'), atLeast('readsPerWrite', 100));

/** Decision 25: how a kept answer goes away. */
export const invalidationRules = rulesFor('invalidation', [
  {
    id: 'invalidation/nothing-kept',
    when: nothingKept,
    effect: { kind: 'veto', alternatives: ['ttl', 'versioned-key', 'event', 'tag'] },
    because: 'Nothing is cached, so there is nothing that could be out of date.',
    tag: 'F',
    revisitWhen: 'a cache is added',
  },
  {
    id: 'invalidation/expiry',
    when: all(),
    effect: { kind: 'score', points: { ttl: 3, 'versioned-key': 3, event: 3, tag: 3 } },
    because:
      'Whatever is kept needs an end of its own: an event can get lost, and then only the time to live removes the old answer.',
    tag: 'F',
    pattern: 'caching-strategies/cache-invalidation',
  },
  {
    id: 'invalidation/hours-in-browsers',
    when: all(inBrowsers, is('staleness', 'hours')),
    effect: { kind: 'score', points: { 'versioned-key': 3 } },
    because:
      'A browser may keep an answer for hours and cannot be called back, so what changes gets a new address.',
    tag: 'F',
    pattern: 'caching-strategies/http-caching',
  },
  {
    id: 'invalidation/read-often',
    when: all(chosen('cache', 'in-process', 'distributed'), shortAndReadOften),
    effect: { kind: 'score', points: { event: 3 } },
    because:
      'You allow {staleness} and have {readsPerWrite}: with a time to live of seconds most reads would miss, and a deletion on change lets answers stay for minutes.',
    tag: 'C',
    pattern: 'data-integration-patterns/event-driven-data-sync',
  },
  {
    id: 'invalidation/read-often-in-cdn',
    when: all(inCdn, shortAndReadOften),
    effect: { kind: 'score', points: { tag: 3 } },
    because:
      'You allow {staleness} and have {readsPerWrite}: one change shows on many pages, and a purge by tag takes them all out of the CDN at once.',
    tag: 'C',
    pattern: 'performance-optimization/cdn-integration',
  },
  {
    id: 'invalidation/no-message-to-the-others',
    when: all(
      any(severalDeployables, chosen('cache', 'in-process')),
      chosen('sync-or-async', 'synchronous'),
    ),
    effect: { kind: 'veto', alternatives: ['event'] },
    because:
      'Several processes keep answers, and nothing travels as a message, so the others would not hear of a change.',
    tag: 'F',
    revisitWhen: 'messages flow, or all replicas share one cache',
  },
  {
    id: 'invalidation/seconds',
    when: all(not(nothingKept), is('staleness', 'seconds')),
    effect: { kind: 'parameter', name: 'ttlSeconds', value: 5, for: ['ttl', 'versioned-key'] },
    because: 'You allow {staleness}, so nothing may be kept for longer than a few of them.',
    tag: 'C',
    pattern: 'caching-strategies/cache-invalidation',
  },
  {
    id: 'invalidation/seconds-as-a-net',
    when: all(not(nothingKept), is('staleness', 'seconds')),
    effect: { kind: 'parameter', name: 'ttlSeconds', value: 300, for: ['event', 'tag'] },
    because:
      'The change itself removes the answer within seconds; the time to live only ends what a lost event left behind.',
    tag: 'C',
    pattern: 'caching-strategies/cache-invalidation',
  },
  {
    id: 'invalidation/minutes',
    when: all(not(nothingKept), is('staleness', 'minutes')),
    effect: { kind: 'parameter', name: 'ttlSeconds', value: 60 },
    because: 'You allow {staleness}, so one minute is on the safe side.',
    tag: 'C',
    pattern: 'caching-strategies/cache-invalidation',
  },
  {
    id: 'invalidation/hours',
    when: all(not(nothingKept), is('staleness', 'hours')),
    effect: { kind: 'parameter', name: 'ttlSeconds', value: 3600 },
    because: 'You allow {staleness}, so one hour is on the safe side.',
    tag: 'C',
    pattern: 'caching-strategies/cache-invalidation',
  },
  {
    id: 'invalidation/versions-never-change',
    when: inBrowsers,
    effect: { kind: 'parameter', name: 'immutableVersions', value: 1, for: ['versioned-key'] },
    because: 'What has its version in its address never changes, so it may be kept for a year.',
    tag: 'F',
    pattern: 'caching-strategies/http-caching',
  },
  {
    id: 'invalidation/jitter',
    when: not(nothingKept),
    effect: { kind: 'parameter', name: 'jitterPercent', value: 10 },
    because:
      'Answers that were kept at the same moment would otherwise all end at the same moment.',
    tag: 'C',
    pattern: 'caching-strategies/cache-patterns',
  },
  {
    id: 'invalidation/single-flight',
    when: not(nothingKept),
    effect: { kind: 'parameter', name: 'singleFlight', value: 1 },
    because: 'When a popular answer ends, every request for it would reach the database at once.',
    tag: 'F',
    pattern: 'caching-strategies/cache-patterns',
  },
  {
    id: 'invalidation/database-first',
    when: not(nothingKept),
    effect: { kind: 'parameter', name: 'databaseFirst', value: 1 },
    because:
      'A write that stands only in a cache is lost when the cache restarts; no money is written that way.',
    tag: 'F',
    pattern: 'caching-strategies/cache-patterns',
  },
  {
    id: 'invalidation/old-while-down',
    when: all(not(nothingKept), callsOutside, is('whenDown', 'stale')),
    effect: { kind: 'parameter', name: 'staleIfErrorSeconds', value: 3600 },
    because:
      'While an outside system is down you want to {whenDown}, so kept answers may be older then.',
    tag: 'C',
    pattern: 'resilience-and-fault-tolerance/graceful-degradation',
  },
]);

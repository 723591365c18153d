import { describe, expect, it } from 'vitest';
import type { Sample } from './samples.ts';
import { samples } from './samples.ts';

const cdns: readonly unknown[] = ['http-and-cdn', 'cdn-and-distributed'];

/** What two decisions, or a decision and an answer, may never be at the same time. */
const impossible: readonly (readonly [name: string, holds: (sample: Sample) => boolean])[] = [
  [
    'a database per service in one deployable',
    ({ chosen }) =>
      chosen.style === 'modular-monolith' && chosen['data-ownership'] === 'database-per-service',
  ],
  [
    'microservices on a shared database',
    ({ chosen }) =>
      chosen.style === 'microservices' && chosen['data-ownership'] !== 'database-per-service',
  ],
  [
    'a saga inside one deployable',
    ({ chosen }) => chosen.transactions !== 'local-acid' && chosen.style === 'modular-monolith',
  ],
  [
    'one action across several deployables without a saga',
    ({ facts, chosen }) =>
      facts.participants > 1 &&
      chosen.style !== 'modular-monolith' &&
      chosen.transactions === 'local-acid',
  ],
  [
    'a choreographed saga without messages',
    ({ chosen }) =>
      chosen.transactions === 'choreographed-saga' && chosen['sync-or-async'] === 'synchronous',
  ],
  [
    'a broker with nothing to carry',
    ({ chosen }) => chosen.broker !== 'job-table' && chosen['sync-or-async'] === 'synchronous',
  ],
  [
    'messages between deployables in a job table',
    ({ chosen }) =>
      chosen.broker === 'job-table' &&
      chosen['sync-or-async'] !== 'synchronous' &&
      chosen.style !== 'modular-monolith',
  ],
  [
    'messages that several deployables read again and no log',
    ({ facts, chosen }) =>
      facts.messageNeeds.includes('replay') &&
      !facts.mustNotUse.includes('log') &&
      chosen.style !== 'modular-monolith' &&
      chosen.broker !== 'log',
  ],
  [
    'events where data has to be right at once',
    ({ facts, chosen }) =>
      facts.freshness === 'at-once' && chosen['sync-or-async'] === 'event-driven',
  ],
  [
    'a cache where nothing may be old',
    ({ facts, chosen }) => facts.staleness === 'none' && chosen.cache !== 'none',
  ],
  [
    'a CDN without public data on the internet',
    ({ facts, chosen }) =>
      cdns.includes(chosen.cache) &&
      !(facts.dataKinds.includes('public') && facts.exposure.includes('internet')),
  ],
  [
    'payment or health data in the cache of a browser',
    ({ facts, chosen }) => facts.dataKinds.includes('sensitive') && chosen.cache === 'private-http',
  ],
  [
    'gRPC on the internet',
    ({ facts, chosen }) => facts.exposure.includes('internet') && chosen['public-api'] === 'grpc',
  ],
  [
    'GraphQL for one client',
    ({ facts, chosen }) => facts.clients.length < 2 && chosen['public-api'] === 'graphql',
  ],
  [
    'several deployables without a gateway',
    ({ facts, chosen }) =>
      !facts.mustNotUse.includes('gateway') &&
      chosen.style !== 'modular-monolith' &&
      chosen.edge !== 'gateway',
  ],
  [
    'an outside system called without a breaker',
    ({ facts, chosen }) => facts.outsideCalls > 0 && chosen.resilience === 'timeouts-and-retries',
  ],
  [
    'an identity provider called without a breaker',
    ({ chosen }) =>
      ['oidc', 'client-credentials', 'oidc-and-client-credentials'].includes(
        String(chosen.authentication),
      ) && chosen.resilience === 'timeouts-and-retries',
  ],
  [
    'several deployables without traces',
    ({ chosen }) => chosen.style !== 'modular-monolith' && chosen.telemetry === 'logs-and-metrics',
  ],
  [
    'microservices with nine engineers',
    ({ facts, chosen }) => facts.engineers < 10 && chosen.style === 'microservices',
  ],
  [
    'two runtimes in one deployable',
    ({ facts, chosen }) =>
      facts.parts.includes('second-runtime') && chosen.style === 'modular-monolith',
  ],
  [
    'several deployables for one or two engineers and one runtime',
    ({ facts, chosen }) =>
      facts.engineers < 3 &&
      !facts.parts.includes('second-runtime') &&
      chosen.style !== 'modular-monolith',
  ],
  [
    'Kubernetes with five engineers',
    ({ facts, chosen }) => facts.engineers <= 5 && chosen.platform === 'kubernetes',
  ],
  [
    'somebody else’s container service in your own rooms',
    ({ facts, chosen }) =>
      facts.runsOn === 'on-premises' &&
      (chosen.platform === 'managed-containers' || chosen.platform === 'paas'),
  ],
  [
    'a canary below ten requests a second',
    ({ facts, chosen }) => facts.peakNow < 10 && chosen.rollout === 'canary',
  ],
  [
    'a session cookie for a mobile app in which people sign in',
    ({ facts, chosen }) =>
      facts.clients.includes('mobile') &&
      facts.signIn.includes('consumers') &&
      !facts.mustNotUse.includes('identity-provider') &&
      chosen.authentication === 'session',
  ],
  [
    'something invalidated where nothing is kept, or kept without an end',
    ({ chosen }) => (chosen.invalidation === 'none') !== (chosen.cache === 'none'),
  ],
  [
    'a purge by tag without a CDN',
    ({ chosen }) => chosen.invalidation === 'tag' && !cdns.includes(chosen.cache),
  ],
  [
    'a deletion on change that no message carries to the other processes',
    ({ chosen }) =>
      chosen.invalidation === 'event' &&
      chosen['sync-or-async'] === 'synchronous' &&
      (chosen.style !== 'modular-monolith' || chosen.cache === 'in-process'),
  ],
  [
    'rights, or a limit of one’s own, for callers whom nobody knows',
    ({ chosen }) =>
      chosen.authentication === 'none' &&
      (chosen.authorization !== 'same-for-all' || chosen['rate-limiting'] !== 'per-address'),
  ],
  [
    'the same rights for staff and customers',
    ({ facts, chosen }) =>
      facts.signIn.includes('staff') &&
      facts.signIn.includes('consumers') &&
      chosen.authorization === 'same-for-all',
  ],
  [
    'services that do not know each other, or a single one that does',
    ({ chosen }) =>
      (chosen['service-identity'] === 'none') !== (chosen.style === 'modular-monolith'),
  ],
  [
    'mutual TLS behind a platform that ends it',
    ({ chosen }) => chosen['service-identity'] === 'mtls' && chosen.platform === 'paas',
  ],
  [
    'paid quotas that nobody counts',
    ({ facts, chosen }) =>
      facts.exposure.includes('quotas') &&
      chosen.authentication !== 'none' &&
      chosen['rate-limiting'] !== 'per-tenant',
  ],
  [
    'messages without an inbox',
    ({ chosen }) =>
      chosen['sync-or-async'] !== 'synchronous' &&
      !['inbox', 'key-and-inbox'].includes(String(chosen.idempotency)),
  ],
  [
    'an inbox that no message reaches',
    ({ chosen }) =>
      chosen['sync-or-async'] === 'synchronous' &&
      ['inbox', 'key-and-inbox'].includes(String(chosen.idempotency)),
  ],
  [
    'payments without an idempotency key',
    ({ facts, chosen }) =>
      facts.dataKinds.includes('sensitive') &&
      !['key', 'key-and-inbox'].includes(String(chosen.idempotency)),
  ],
  [
    'workers that grow by the depth of no queue',
    ({ chosen }) => chosen.scaling === 'queue-depth' && chosen['sync-or-async'] === 'synchronous',
  ],
  [
    'a burn rate of a handful of requests',
    ({ facts, chosen }) => facts.peakNow < 5 && chosen.alerting === 'burn-rate',
  ],
  [
    'teams that release apart without contract tests',
    ({ facts, chosen }) =>
      facts.teams > 1 &&
      facts.engineers >= 6 &&
      chosen.style !== 'modular-monolith' &&
      chosen.tests === 'unit-and-integration',
  ],
  [
    'a language that the team does not write',
    ({ facts, chosen }) =>
      !['team-choice', 'two-languages', ...facts.languages].includes(String(chosen.language)),
  ],
  [
    'two languages in one deployable, or without a reason',
    ({ facts, chosen }) =>
      chosen.language === 'two-languages' &&
      (chosen.style === 'modular-monolith' || !facts.parts.includes('second-runtime')),
  ],
  [
    'something that must not be used and is no last resort',
    ({ facts, chosen }) =>
      (facts.mustNotUse.includes('kubernetes') && chosen.platform === 'kubernetes') ||
      (facts.mustNotUse.includes('log') && chosen.broker === 'log') ||
      (facts.mustNotUse.includes('cdn') && cdns.includes(chosen.cache)),
  ],
  [
    'people who sign in to nothing',
    ({ facts, chosen }) => facts.signIn.includes('consumers') && chosen.authentication === 'none',
  ],
];

describe('decisions fit together', () => {
  it.each(impossible)('never %s', (_name, holds) => {
    expect(samples.filter(holds)).toEqual([]);
  });
});

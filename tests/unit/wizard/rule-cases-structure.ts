import { grown, messages, offline, peak, team, twoServices } from './rule-case.ts';
import type { RuleCase } from './rule-case.ts';

/** How the system is cut, how its parts talk, and who owns the data. */
export const structureCases: readonly RuleCase[] = [
  {
    name: 'nobody is sure of anything',
    answers: {},
    decisions: {
      style: 'modular-monolith',
      'public-api': 'rest',
      'sync-or-async': 'synchronous',
      edge: 'load-balancer',
      'data-ownership': 'schema-per-module',
      transactions: 'local-acid',
      broker: 'job-table',
      cache: 'none',
      authentication: 'session',
      resilience: 'timeouts-and-retries',
      telemetry: 'logs-and-metrics',
      platform: 'paas',
      rollout: 'rolling',
    },
    parameters: { minimumReplicas: 2, attempts: 2, retryBudgetPercent: 10 },
    tensions: [],
  },
  {
    name: 'a grown company with services',
    answers: grown,
    decisions: {
      style: 'microservices',
      edge: 'gateway',
      'data-ownership': 'database-per-service',
      'sync-or-async': 'answer-then-work',
      broker: 'queue',
      authentication: 'oidc',
      resilience: 'breakers',
      telemetry: 'traces',
      platform: 'kubernetes',
    },
    parameters: { featureFlags: 1 },
  },
  {
    name: 'the same company without automatic deploys stays with large services',
    answers: { ...grown, running: { running: ['central-telemetry'] } },
    decisions: { style: 'service-based' },
  },
  {
    name: 'the same company without central telemetry stays with large services',
    answers: { ...grown, running: { running: ['automatic-deploys'] } },
    decisions: { style: 'service-based' },
  },
  {
    name: 'the same company with a new system and unknown boundaries stays with large services',
    answers: {
      ...grown,
      'start-from': { startFrom: 'new' },
      parts: { parts: ['load-difference', 'own-compliance'] },
    },
    decisions: { style: 'service-based', 'data-ownership': 'database-per-service' },
  },
  {
    name: 'one team of forty does not get microservices',
    answers: {
      ...grown,
      team: team(40, 1),
      parts: { parts: ['load-difference', 'own-compliance'] },
    },
    decisions: { style: 'service-based' },
  },
  {
    name: 'eight teams without another pressure do not get microservices',
    answers: { ...grown, team: team(60, 8), parts: { parts: [] } },
    decisions: { style: 'service-based', platform: 'managed-containers' },
  },
  {
    name: 'nine engineers do not get microservices whatever they wish',
    answers: {
      ...grown,
      team: team(9, 6),
      parts: { parts: ['load-difference', 'own-compliance', 'second-runtime'] },
      priorities: { priorities: ['scale', 'uptime', 'speed'] },
    },
    decisions: { style: 'service-based' },
  },
  {
    name: 'three people merge their services',
    answers: { 'start-from': { startFrom: 'services' }, team: team(3, 1) },
    decisions: { style: 'modular-monolith' },
    tensions: ['tension/services-to-merge'],
  },
  {
    name: 'three full teams',
    answers: { team: team(12, 3) },
    decisions: { style: 'service-based', 'data-ownership': 'schema-per-module' },
  },
  {
    name: 'a second runtime forces a second deployable',
    answers: twoServices,
    decisions: { style: 'service-based', edge: 'gateway', resilience: 'breakers', broker: 'queue' },
  },
  {
    name: 'out of a monolith the database is shared for a time',
    answers: { ...twoServices, 'start-from': { startFrom: 'monolith' } },
    decisions: { style: 'service-based', 'data-ownership': 'shared-with-exit' },
  },
  {
    name: 'one part of a larger system shares the database with a date on it',
    answers: { 'start-from': { startFrom: 'part' } },
    decisions: {
      style: 'modular-monolith',
      'data-ownership': 'shared-with-exit',
      transactions: 'local-acid',
    },
  },
  {
    name: 'a part under its own rules gets its own database',
    answers: {
      parts: { parts: ['own-compliance', 'second-runtime'] },
      freshness: { freshness: 'minutes' },
      'across-parts': { participants: 3, actionShape: [] },
    },
    decisions: {
      style: 'service-based',
      'data-ownership': 'database-per-service',
      transactions: 'choreographed-saga',
    },
  },
  {
    name: 'a branching flow over several databases is orchestrated',
    answers: { ...grown, 'across-parts': { participants: 3, actionShape: ['branches'] } },
    decisions: { transactions: 'orchestrated-saga' },
  },
  {
    name: 'five services and right at once do not fit',
    answers: {
      ...grown,
      freshness: { freshness: 'at-once' },
      'across-parts': { participants: 5, actionShape: [] },
    },
    decisions: { transactions: 'orchestrated-saga', 'data-ownership': 'database-per-service' },
    tensions: ['tension/right-at-once-across-services'],
  },
  {
    name: 'two clients that choose very different fields',
    answers: {
      clients: { clients: ['web', 'mobile'], clientNeeds: 'very-different' },
      interaction: { interaction: ['ask-answer', 'client-graph'] },
    },
    decisions: { 'public-api': 'graphql', authentication: 'oidc' },
    parameters: { queryCostLimit: 1000 },
  },
  {
    name: 'two clients that choose somewhat different fields',
    answers: {
      clients: { clients: ['web', 'mobile'], clientNeeds: 'some' },
      interaction: { interaction: ['client-graph'] },
    },
    decisions: { 'public-api': 'graphql' },
  },
  {
    name: 'a partner among them tips the balance back to REST',
    answers: {
      clients: { clients: ['web', 'partners'], clientNeeds: 'some' },
      interaction: { interaction: ['client-graph'] },
    },
    decisions: {
      'public-api': 'rest',
      edge: 'gateway',
      authentication: 'oidc-and-client-credentials',
    },
    parameters: { requestsPerSecondPerClient: 20 },
  },
  {
    name: 'one client that chooses its fields gets REST',
    answers: { interaction: { interaction: ['client-graph'] } },
    decisions: { 'public-api': 'rest' },
  },
  {
    name: 'a fast internal API',
    answers: { ...offline, latency: { p95Ms: 20, workMs: 5 } },
    decisions: { 'public-api': 'grpc' },
  },
  {
    name: 'an internal API with streams',
    answers: { ...offline, interaction: { interaction: ['live'] } },
    decisions: { 'public-api': 'grpc' },
  },
  {
    name: 'the same API with a browser among its clients',
    answers: {
      exposure: { exposure: [] },
      clients: { clients: ['web', 'internal'], clientNeeds: 'same' },
      latency: { p95Ms: 20, workMs: 5 },
    },
    decisions: { 'public-api': 'rest' },
  },
  {
    name: 'the same API on the internet',
    answers: {
      ...offline,
      exposure: { exposure: ['internet'] },
      latency: { p95Ms: 20, workMs: 5 },
    },
    decisions: { 'public-api': 'rest' },
  },
  {
    name: 'quotas need a gateway',
    answers: { exposure: { exposure: ['internet', 'quotas'] } },
    decisions: { edge: 'gateway' },
  },
  {
    name: 'a job of half a minute',
    answers: { jobs: { longestJob: 'under-30s' } },
    decisions: { 'sync-or-async': 'answer-then-work', broker: 'job-table', telemetry: 'traces' },
  },
  {
    name: 'two parts react, and nobody has to wait for them',
    answers: { freshness: { freshness: 'seconds' }, messages: messages({ reactors: 2 }) },
    decisions: { 'sync-or-async': 'answer-then-work', broker: 'job-table' },
  },
  {
    name: 'two parts react, and all must be right at once',
    answers: { messages: messages({ reactors: 2 }) },
    decisions: { 'sync-or-async': 'synchronous' },
  },
  {
    name: 'other companies are notified',
    answers: { interaction: { interaction: ['ask-answer', 'notify'] } },
    decisions: { 'sync-or-async': 'answer-then-work' },
  },
  {
    name: 'bulk imports',
    answers: { interaction: { interaction: ['bulk'] } },
    decisions: { 'sync-or-async': 'answer-then-work' },
  },
  {
    name: 'events, replay and many readers',
    answers: {
      freshness: { freshness: 'minutes' },
      messages: messages({
        messageNeeds: ['ordered', 'replay'],
        reactors: 4,
        messagesPerSecond: 2000,
      }),
    },
    decisions: { 'sync-or-async': 'event-driven', broker: 'log', telemetry: 'traces' },
  },
  {
    name: 'the same, but the caller needs an answer, and at a real rate',
    answers: {
      freshness: { freshness: 'minutes' },
      messages: messages({
        messageNeeds: ['answer-now', 'ordered', 'replay'],
        reactors: 4,
        messagesPerSecond: 100,
      }),
    },
    decisions: { 'sync-or-async': 'answer-then-work', broker: 'log' },
  },
  {
    name: 'the same, but right at once',
    answers: { messages: messages({ messageNeeds: ['replay'], reactors: 4 }) },
    decisions: { 'sync-or-async': 'answer-then-work' },
  },
  {
    name: 'several services that react to each other’s events',
    answers: {
      ...grown,
      messages: messages({ messageNeeds: [], reactors: 3, messagesPerSecond: 1000 }),
    },
    decisions: { broker: 'routing-broker' },
  },
  {
    name: 'ordered events for three readers',
    answers: { ...grown, messages: messages({ messageNeeds: ['ordered'], reactors: 3 }) },
    decisions: { broker: 'log' },
  },
  {
    name: 'a hundred thousand messages a second',
    answers: { ...grown, messages: messages({ messagesPerSecond: 100_000 }) },
    decisions: { broker: 'log' },
  },
  {
    name: 'many messages in one deployable',
    answers: { jobs: { longestJob: 'minutes' }, messages: messages({ messagesPerSecond: 500 }) },
    decisions: { broker: 'queue' },
  },
  {
    name: 'a live API that is often read',
    answers: { interaction: { interaction: ['live'] }, load: peak(200) },
    decisions: { 'public-api': 'rest', 'live-updates': 'websocket' },
    parameters: { connectionMinutes: 30, heartbeatSeconds: 30 },
  },
];

import { delivery, offline, outside, peak, team, twoServices } from './rule-case.ts';
import type { RuleCase } from './rule-case.ts';
import type { Answers } from '../../../src/wizard/model/answers.ts';

/** An internal system with several requests for each change, whose answers may be some seconds old. */
const readOften: Answers = {
  ...offline,
  freshness: { freshness: 'seconds' },
  staleness: { staleness: 'seconds' },
  load: peak(200, 150),
};

const publicData: Answers = {
  'data-kinds': { dataKinds: ['public'] },
  freshness: { freshness: 'seconds' },
};

/** What is kept and how it ends, who may do what, and how often. */
export const accessCases: readonly RuleCase[] = [
  {
    name: 'nothing is cached, so nothing is invalidated',
    answers: {},
    decisions: { cache: 'none', invalidation: 'none' },
  },
  {
    name: 'answers that may be minutes old end by themselves',
    answers: { ...publicData, staleness: { staleness: 'minutes' } },
    decisions: { cache: 'http-and-cdn', invalidation: 'ttl' },
    parameters: { ttlSeconds: 60, jitterPercent: 10, singleFlight: 1, databaseFirst: 1 },
  },
  {
    name: 'what a browser keeps for hours gets a new address when it changes',
    answers: { ...publicData, staleness: { staleness: 'hours' } },
    decisions: { invalidation: 'versioned-key' },
    parameters: { ttlSeconds: 3600, immutableVersions: 1 },
  },
  {
    name: 'a shared cache that is read often hears of changes',
    answers: {
      ...readOften,
      messages: { messageNeeds: ['answer-now'], reactors: 2, messagesPerSecond: 5 },
      priorities: { priorities: ['speed', 'scale', 'change'] },
    },
    decisions: { 'sync-or-async': 'answer-then-work', cache: 'in-process', invalidation: 'event' },
    parameters: { ttlSeconds: 300 },
  },
  {
    name: 'the same replicas, to which no message goes',
    answers: readOften,
    decisions: { 'sync-or-async': 'synchronous', cache: 'in-process', invalidation: 'ttl' },
    parameters: { ttlSeconds: 5 },
  },
  {
    name: 'public pages that are read often are purged by tag',
    answers: { ...publicData, staleness: { staleness: 'seconds' }, load: peak(200, 150) },
    decisions: { cache: 'http-and-cdn', invalidation: 'tag' },
  },
  {
    name: 'kept answers help while an outside system is down',
    answers: {
      ...publicData,
      staleness: { staleness: 'minutes' },
      dependencies: outside({ whenDown: 'stale' }),
    },
    decisions: { invalidation: 'ttl' },
    parameters: { staleIfErrorSeconds: 3600 },
  },
  {
    name: 'nobody signs in, so nobody has rights',
    answers: { 'sign-in': { signIn: ['public'] }, 'data-kinds': { dataKinds: ['public'] } },
    decisions: { authorization: 'same-for-all', 'rate-limiting': 'per-address' },
    tensions: [],
  },
  {
    name: 'rights by object and nobody who signs in',
    answers: {
      'sign-in': { signIn: ['public'], rights: 'per-object' },
      'data-kinds': { dataKinds: ['public'] },
    },
    decisions: { authorization: 'same-for-all' },
    tensions: ['tension/authorization/by-object'],
  },
  {
    name: 'consumers with roles',
    answers: {},
    decisions: { authorization: 'roles' },
    parameters: { denyByDefault: 1, objectChecks: 1 },
  },
  {
    name: 'everybody may do the same',
    answers: { 'sign-in': { signIn: ['consumers'], rights: 'same' } },
    decisions: { authorization: 'same-for-all' },
  },
  {
    name: 'except that clerks sign in as well',
    answers: { 'sign-in': { signIn: ['consumers', 'staff'], rights: 'same' } },
    decisions: { authorization: 'roles' },
  },
  {
    name: 'documents that people share',
    answers: { 'sign-in': { signIn: ['consumers'], rights: 'per-object' } },
    decisions: { authorization: 'relationships' },
  },
  {
    name: 'rights that depend on who, what, where and when',
    answers: { 'sign-in': { signIn: ['staff'], rights: 'policy' } },
    decisions: { authorization: 'attributes' },
  },
  {
    name: 'health data and an auditor who asks',
    answers: {
      'sign-in': { signIn: ['staff'], rights: 'roles' },
      'data-kinds': { dataKinds: ['sensitive'] },
      priorities: { priorities: ['compliance', 'correctness', 'simplicity'] },
    },
    decisions: { authorization: 'attributes' },
    parameters: { auditTrail: 1, secondFactor: 1 },
  },
  {
    name: 'the same where simplicity comes first',
    answers: {
      'sign-in': { signIn: ['staff'], rights: 'roles' },
      'data-kinds': { dataKinds: ['sensitive'] },
    },
    decisions: { authorization: 'roles' },
  },
  {
    name: 'an administrator of one company is nobody in another',
    answers: { 'sign-in': { signIn: ['company-sso'], rights: 'roles' } },
    decisions: { authorization: 'roles', 'rate-limiting': 'per-tenant' },
    parameters: { ownCompanyOnly: 1, countAlone: 1, pkce: 1, tokensOutsideBrowser: 1 },
  },
  {
    name: 'one deployable calls nobody',
    answers: {},
    decisions: { 'service-identity': 'none' },
  },
  {
    name: 'two services know each other by tokens',
    answers: { ...twoServices, 'sign-in': { signIn: ['machines'] } },
    decisions: { 'service-identity': 'audience-token' },
    parameters: {
      oneAudience: 1,
      serviceTokenMinutes: 5,
      namedCallers: 1,
      checkInEachService: 1,
      scopes: 1,
    },
  },
  {
    name: 'health data between services in a cluster',
    answers: {
      ...twoServices,
      team: team(12, 2),
      running: { running: ['automatic-deploys', 'kubernetes-skill'] },
      'data-kinds': { dataKinds: ['sensitive'] },
      delivery: delivery({ runsOn: 'kubernetes' }),
    },
    decisions: { platform: 'kubernetes', 'service-identity': 'mtls' },
    parameters: { certificateHours: 24 },
  },
  {
    name: 'the same with five people and no cluster',
    answers: {
      ...twoServices,
      'data-kinds': { dataKinds: ['sensitive'] },
      priorities: { priorities: ['compliance', 'correctness', 'uptime'] },
    },
    decisions: { platform: 'managed-containers', 'service-identity': 'audience-token' },
  },
  {
    name: 'a shop for consumers counts addresses, and attempts to sign in',
    answers: {},
    decisions: { 'rate-limiting': 'per-address' },
    parameters: { signInsPerMinute: 5, burstPerClient: 40, concurrentPerClient: 10 },
  },
  {
    name: 'a shop where uptime comes first counts callers',
    answers: { priorities: { priorities: ['uptime', 'speed', 'change'] } },
    decisions: { 'rate-limiting': 'per-key' },
  },
  {
    name: 'partners have a bucket each',
    answers: { clients: { clients: ['partners'], clientNeeds: 'same' } },
    decisions: { 'rate-limiting': 'per-key' },
  },
  {
    name: 'partners who pay for an amount',
    answers: {
      clients: { clients: ['partners'], clientNeeds: 'same' },
      exposure: { exposure: ['internet', 'quotas'] },
    },
    decisions: { 'rate-limiting': 'per-tenant', edge: 'gateway' },
    parameters: { quotaDays: 30 },
  },
  {
    name: 'quotas and nobody who could be counted',
    answers: {
      'sign-in': { signIn: ['public'] },
      'data-kinds': { dataKinds: ['public'] },
      exposure: { exposure: ['internet', 'quotas'] },
    },
    decisions: { 'rate-limiting': 'per-address' },
    tensions: ['tension/rate-limiting/quotas'],
  },
];

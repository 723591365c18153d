import type { Answers } from '../../../src/wizard/model/answers.ts';
import type { AlternativeId, DecisionId } from '../../../src/wizard/model/decisions.ts';
import { delivery, grown, messages, outside, peak, team } from './rule-case.ts';
import type { RuleCase } from './rule-case.ts';

/** A whole system: what has to come out, what may not, and which tension has to be named. */
export interface Scenario {
  readonly name: string;
  readonly answers: Answers;
  readonly chosen?: RuleCase['decisions'];
  readonly never?: { readonly [D in DecisionId]?: readonly AlternativeId<D>[] };
  readonly tensions?: readonly string[];
  readonly silent?: readonly string[];
}

const skilled = {
  running: [
    'automatic-deploys',
    'central-telemetry',
    'tracing',
    'on-call',
    'kubernetes-skill',
  ] as const,
};

const lateAndOld: Answers = {
  freshness: { freshness: 'seconds' },
  staleness: { staleness: 'minutes' },
};

/** What the first review of the wizard found wrong, and what is right. */
export const scenarios: readonly Scenario[] = [
  {
    name: 'B1 one action in three services on one PostgreSQL is no local transaction',
    answers: { team: team(20, 3), 'across-parts': { participants: 3 } },
    chosen: { style: 'service-based', 'data-ownership': 'schema-per-module' },
    never: { transactions: ['local-acid'] },
    tensions: ['tension/right-at-once-across-services'],
  },
  {
    name: 'B1 one action in one part of them is',
    answers: { team: team(20, 3), 'across-parts': { participants: 1 } },
    chosen: { style: 'service-based', transactions: 'local-acid' },
    silent: ['tension/right-at-once-across-services'],
  },
  {
    name: 'B2 health data is not put into a CDN',
    answers: { ...lateAndOld, 'data-kinds': { dataKinds: ['sensitive'] } },
    never: { cache: ['http-and-cdn', 'cdn-and-distributed', 'private-http'] },
  },
  {
    name: 'B2 personal data reached from inside only is not either',
    answers: { ...lateAndOld, exposure: { exposure: [] } },
    never: { cache: ['http-and-cdn', 'cdn-and-distributed'] },
  },
  {
    name: 'B2 nor public data that the internet does not reach',
    answers: { ...lateAndOld, exposure: { exposure: [] }, 'data-kinds': { dataKinds: ['public'] } },
    never: { cache: ['http-and-cdn', 'cdn-and-distributed'] },
  },
  {
    name: 'B3 a news site is read from a CDN',
    answers: {
      ...lateAndOld,
      'data-kinds': { dataKinds: ['public'] },
      load: peak(10_000, 10_000),
      'sign-in': { signIn: ['public'] },
    },
    chosen: { cache: 'http-and-cdn', authentication: 'none' },
  },
  {
    name: 'B3 a shop has both',
    answers: {
      ...lateAndOld,
      'data-kinds': { dataKinds: ['public', 'personal', 'sensitive'] },
      load: peak(8000, 100),
    },
    chosen: { cache: 'cdn-and-distributed' },
  },
  {
    name: 'B4 forty people with somebody who runs their cluster stay on it',
    answers: { ...grown, delivery: delivery({ runsOn: 'kubernetes' }), parts: { parts: [] } },
    chosen: { style: 'service-based', platform: 'kubernetes' },
    silent: ['tension/kubernetes-with-few'],
  },
  {
    name: 'B4 whatever the load and the jobs',
    answers: {
      ...grown,
      delivery: delivery({ runsOn: 'kubernetes' }),
      parts: { parts: [] },
      load: peak(3007),
      jobs: { longestJob: 'hours' },
    },
    chosen: { platform: 'kubernetes' },
  },
  {
    name: 'B5 five engineers are not eight teams',
    answers: { team: team(5, 8) },
    chosen: { style: 'modular-monolith', rollout: 'rolling' },
    tensions: ['tension/small-teams'],
  },
  {
    name: 'B5 one engineer does not get two services and two databases',
    answers: { team: team(1, 3), parts: { parts: ['own-compliance', 'load-difference'] } },
    chosen: { style: 'modular-monolith', 'data-ownership': 'schema-per-module', platform: 'paas' },
    never: { rollout: ['canary'] },
  },
  {
    name: 'B6 a second runtime is a second deployable, even for three people',
    answers: { team: team(3, 1), parts: { parts: ['second-runtime'] } },
    chosen: { style: 'service-based' },
  },
  {
    name: 'B6 and for one',
    answers: { team: team(1, 1), parts: { parts: ['second-runtime'] } },
    chosen: { style: 'service-based' },
  },
  {
    name: 'B7 fifty good systems together promise too little',
    answers: { dependencies: outside({ outsideCalls: 50, outsideAvailability: '99.95' }) },
    tensions: ['tension/promise-too-low'],
  },
  {
    name: 'B7 so do twenty very good ones',
    answers: { dependencies: outside({ outsideCalls: 20, outsideAvailability: '99.99' }) },
    tensions: ['tension/promise-too-low'],
  },
  {
    name: 'B7 nine very good ones do not',
    answers: { dependencies: outside({ outsideCalls: 9, outsideAvailability: '99.99' }) },
    silent: ['tension/promise-too-low'],
  },
  {
    name: 'B8 an identity provider is guarded like any other system of others',
    answers: { 'sign-in': { signIn: ['company-sso'] } },
    chosen: { authentication: 'oidc', resilience: 'breakers' },
  },
  {
    name: 'B9 a quick way back does not rule out the canary',
    answers: {
      availability: { availability: '99.99' },
      load: peak(5000),
      delivery: delivery({ rollbackMinutes: 2 }),
    },
    chosen: { rollout: 'canary' },
  },
  {
    name: 'B10 a hundred thousand writes a second are not passed over in silence',
    answers: {
      team: team(12, 2),
      load: { peakNow: 50_000, peakLater: 100_000, readsPerWrite: 0 },
      freshness: { freshness: 'minutes' },
      clients: { clients: ['devices', 'web'], clientNeeds: 'very-different' },
      interaction: { interaction: ['bulk'] },
      priorities: { priorities: ['scale', 'simplicity', 'uptime'] },
    },
    chosen: { broker: 'log' },
    tensions: ['tension/many-writes-one-database', 'tension/more-workers-than-connections'],
  },
  {
    name: 'B11 two people who read one message a second again need no log',
    answers: {
      team: team(2, 1),
      messages: messages({ messageNeeds: ['answer-now', 'replay'], messagesPerSecond: 1 }),
    },
    chosen: { broker: 'job-table' },
  },
  {
    name: 'B11 two people at a real rate hear what a log costs',
    answers: {
      team: team(2, 1),
      messages: messages({ messageNeeds: ['answer-now', 'replay'], messagesPerSecond: 500 }),
    },
    chosen: { broker: 'log' },
    tensions: ['tension/log-with-few'],
  },
  {
    name: 'B12 twenty-five teams do not share one database',
    answers: {
      'start-from': { startFrom: 'services' },
      team: team(200, 25),
      availability: { availability: '99.99' },
      load: { peakNow: 2000, peakLater: 4000, readsPerWrite: 20 },
    },
    chosen: { style: 'service-based', 'data-ownership': 'database-per-service' },
  },
  {
    name: 'B13 nobody signs in to public data on a phone',
    answers: {
      clients: { clients: ['mobile'], clientNeeds: 'same' },
      'sign-in': { signIn: ['public'] },
      'data-kinds': { dataKinds: ['public'] },
    },
    chosen: { authentication: 'none' },
  },
  {
    name: 'B13 private data that nobody signs in to is a tension',
    answers: { 'sign-in': { signIn: [] } },
    chosen: { authentication: 'none' },
    tensions: ['tension/private-and-open'],
  },
  {
    name: 'B13 partners only, and nobody asked who signs in',
    answers: { clients: { clients: ['partners'] } },
    chosen: { authentication: 'client-credentials' },
  },
  {
    name: 'B14 in your own rooms nobody runs containers for you',
    answers: { delivery: delivery({ runsOn: 'on-premises' }), team: team(10, 1) },
    chosen: { platform: 'own-hosts' },
  },
  {
    name: 'B15 payments that have to be proven are orchestrated',
    answers: {
      team: team(30, 4),
      running: skilled,
      parts: { parts: ['own-compliance'] },
      availability: { availability: '99.99' },
      'data-kinds': { dataKinds: ['personal', 'sensitive', 'provable'] },
      interaction: { interaction: ['ask-answer', 'notify'] },
      'across-parts': { participants: 2 },
      priorities: { priorities: ['correctness', 'uptime', 'compliance'] },
    },
    chosen: { transactions: 'orchestrated-saga' },
  },
  {
    name: 'C2 work that is slower than its own answer',
    answers: { latency: { p95Ms: 50, workMs: 5000 } },
    tensions: ['tension/work-longer-than-answer'],
  },
  {
    name: 'C2 answers that no proxy waits for',
    answers: { latency: { p95Ms: 60_000, workMs: 50 } },
    tensions: ['tension/longer-than-proxies-wait'],
  },
];

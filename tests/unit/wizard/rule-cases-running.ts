import { delivery, offline, outside, peak, team } from './rule-case.ts';
import type { RuleCase } from './rule-case.ts';

/** What is cached, who signs in, what happens when something fails, where it runs. */
export const runningCases: readonly RuleCase[] = [
  {
    name: 'a public catalog that may be minutes old',
    answers: {
      staleness: { staleness: 'minutes' },
      freshness: { freshness: 'seconds' },
      'data-kinds': { dataKinds: ['public'] },
    },
    decisions: { cache: 'http-and-cdn' },
  },
  {
    name: 'the same catalog that may not be old',
    answers: { 'data-kinds': { dataKinds: ['public'] } },
    decisions: { cache: 'none' },
  },
  {
    name: 'a quiet system with fast answers first',
    answers: {
      staleness: { staleness: 'minutes' },
      freshness: { freshness: 'seconds' },
      priorities: { priorities: ['speed', 'simplicity', 'change'] },
    },
    decisions: { cache: 'private-http' },
  },
  {
    name: 'the same system with health data',
    answers: {
      staleness: { staleness: 'minutes' },
      freshness: { freshness: 'seconds' },
      'data-kinds': { dataKinds: ['sensitive'] },
      priorities: { priorities: ['speed', 'simplicity', 'change'] },
    },
    decisions: { cache: 'in-process' },
    parameters: { noStore: 1 },
  },
  {
    name: 'a busy internal system',
    answers: { ...offline, staleness: { staleness: 'seconds' }, load: peak(200) },
    decisions: { cache: 'in-process' },
    tensions: ['tension/fresh-and-stale'],
  },
  {
    name: 'a very busy system that is mostly read',
    answers: {
      ...offline,
      freshness: { freshness: 'seconds' },
      staleness: { staleness: 'minutes' },
      load: peak(5000, 200),
    },
    decisions: { cache: 'distributed', platform: 'managed-containers' },
  },
  {
    name: 'a graph API is not cached by a CDN',
    answers: {
      clients: { clients: ['web', 'mobile'], clientNeeds: 'very-different' },
      interaction: { interaction: ['client-graph'] },
      'data-kinds': { dataKinds: ['public'] },
      staleness: { staleness: 'seconds' },
      freshness: { freshness: 'seconds' },
    },
    decisions: { 'public-api': 'graphql', cache: 'none' },
  },
  {
    name: 'only programs call, with public data',
    answers: {
      'sign-in': { signIn: ['machines'] },
      clients: { clients: ['partners'], clientNeeds: 'same' },
      'data-kinds': { dataKinds: ['public'] },
    },
    decisions: { authentication: 'api-keys' },
  },
  {
    name: 'only programs call, with personal data',
    answers: {
      'sign-in': { signIn: ['machines'] },
      clients: { clients: ['devices'], clientNeeds: 'same' },
    },
    decisions: { authentication: 'client-credentials' },
  },
  {
    name: 'people of other companies sign in',
    answers: { 'sign-in': { signIn: ['company-sso'] } },
    decisions: { authentication: 'oidc' },
  },
  {
    name: 'staff sign in',
    answers: { 'sign-in': { signIn: ['staff'] }, 'data-kinds': { dataKinds: ['sensitive'] } },
    decisions: { authentication: 'oidc' },
  },
  {
    name: 'parts are open to all and consumers sign in',
    answers: { 'sign-in': { signIn: ['public', 'consumers'] } },
    decisions: { authentication: 'session' },
    parameters: { openOperations: 1 },
  },
  {
    name: 'news is pushed to a web app',
    answers: { interaction: { interaction: ['ask-answer', 'server-push'] } },
    decisions: { 'public-api': 'rest', 'live-updates': 'sse' },
    parameters: { resumeFromLastEvent: 1, heartbeatSeconds: 30 },
  },
  {
    name: 'one outside system that is better than yours',
    answers: { dependencies: outside({}) },
    decisions: { resilience: 'breakers', telemetry: 'traces' },
    tensions: [],
  },
  {
    name: 'one outside system that promises less than you do',
    answers: {
      dependencies: outside({ outsideAvailability: '99.5' }),
      freshness: { freshness: 'seconds' },
    },
    decisions: { 'sync-or-async': 'answer-then-work' },
    tensions: ['tension/promise-too-low'],
  },
  {
    name: 'requests are taken while an outside system is down',
    answers: { dependencies: outside({ whenDown: 'queue' }) },
    decisions: { 'sync-or-async': 'answer-then-work' },
  },
  {
    name: 'old data is shown while an outside system is down',
    answers: { dependencies: outside({ whenDown: 'stale' }) },
    decisions: { resilience: 'bulkheads-and-fallbacks' },
  },
  {
    name: 'two outside systems in one pool',
    answers: { dependencies: outside({ outsideCalls: 2 }) },
    decisions: { resilience: 'bulkheads-and-fallbacks' },
  },
  {
    name: 'uptime first, and something outside',
    answers: {
      dependencies: outside({}),
      priorities: { priorities: ['uptime', 'simplicity', 'speed'] },
    },
    decisions: { resilience: 'bulkheads-and-fallbacks' },
  },
  {
    name: '99.95 % with enough traffic',
    answers: { availability: { availability: '99.95' } },
    decisions: { resilience: 'bulkheads-and-fallbacks', rollout: 'canary' },
    parameters: { canaryPercent: 5, minimumReplicas: 2, expandContract: 1 },
  },
  {
    name: '99.99 % with little traffic and nobody on call',
    answers: { availability: { availability: '99.99' }, load: peak(5) },
    decisions: { rollout: 'blue-green' },
    parameters: { minimumReplicas: 3 },
    tensions: ['tension/four-nines-asleep'],
  },
  {
    name: '99.95 % with three people',
    answers: { availability: { availability: '99.95' }, team: team(3, 1) },
    decisions: {},
    tensions: ['tension/too-few-for-nights'],
  },
  {
    name: 'a version that has to be gone within two minutes',
    answers: { delivery: delivery({ rollbackMinutes: 2 }) },
    decisions: { rollout: 'blue-green' },
  },
  {
    name: 'many teams with much traffic',
    answers: { team: team(30, 6), load: peak(1500), telemetry: { telemetryOwned: 'apm' } },
    decisions: { rollout: 'canary', telemetry: 'sampled-traces' },
  },
  {
    name: 'five people on Kubernetes, one of whom runs it',
    answers: {
      delivery: delivery({ runsOn: 'kubernetes' }),
      running: { running: ['automatic-deploys', 'kubernetes-skill'] },
    },
    decisions: { platform: 'paas' },
    tensions: ['tension/kubernetes-with-few'],
  },
  {
    name: 'ten people on Kubernetes, none of whom runs it',
    answers: { delivery: delivery({ runsOn: 'kubernetes' }), team: team(10, 1) },
    decisions: { platform: 'paas' },
    tensions: ['tension/kubernetes-with-few'],
  },
  {
    name: 'six people on Kubernetes, one of whom runs it',
    answers: {
      delivery: delivery({ runsOn: 'kubernetes' }),
      team: team(6, 1),
      running: { running: ['automatic-deploys', 'kubernetes-skill'] },
    },
    decisions: { platform: 'kubernetes' },
    tensions: [],
  },
  {
    name: 'an APM product that is already paid for',
    answers: { telemetry: { telemetryOwned: 'apm' } },
    decisions: { telemetry: 'traces' },
  },
  {
    name: 'containers that run today',
    answers: { delivery: delivery({ runsOn: 'containers' }) },
    decisions: { platform: 'managed-containers' },
  },
  {
    name: 'a job of hours',
    answers: { jobs: { longestJob: 'hours' } },
    decisions: { 'sync-or-async': 'answer-then-work', platform: 'managed-containers' },
  },
  {
    name: 'machines in the cellar',
    answers: { delivery: delivery({ runsOn: 'on-premises' }) },
    decisions: { platform: 'own-hosts' },
  },
];

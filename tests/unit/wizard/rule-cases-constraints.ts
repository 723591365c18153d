import { delivery, grown, messages, offline, team, twoServices } from './rule-case.ts';
import type { RuleCase } from './rule-case.ts';
import type { Answers } from '../../../src/wizard/model/answers.ts';
import type { Technology } from '../../../src/wizard/model/technologies.ts';

const must = (...mustUse: readonly Technology[]): Answers => ({ constraints: { mustUse } });
const mustNot = (...mustNotUse: readonly Technology[]): Answers => ({
  constraints: { mustNotUse },
});

const queued: Answers = {
  messages: messages({ reactors: 2 }),
  freshness: { freshness: 'seconds' },
};

const graph: Answers = {
  clients: { clients: ['web', 'mobile'], clientNeeds: 'some' },
  interaction: { interaction: ['ask-answer', 'client-graph'] },
};

const oldAnswers: Answers = {
  freshness: { freshness: 'seconds' },
  staleness: { staleness: 'minutes' },
};

const publicAnswers: Answers = { ...oldAnswers, 'data-kinds': { dataKinds: ['public'] } };

const runsKubernetes: Answers = {
  team: team(8, 1),
  running: { running: ['automatic-deploys', 'kubernetes-skill'] },
};

/** What must be used. */
const mustCases: readonly RuleCase[] = [
  {
    name: 'one deployable is imposed on services that run',
    answers: { ...grown, ...must('monolith') },
    decisions: { style: 'modular-monolith' },
    tensions: ['tension/services-to-merge'],
  },
  {
    name: 'one deployable is imposed and one part needs another runtime',
    answers: { ...twoServices, ...must('monolith') },
    decisions: { style: 'service-based' },
    tensions: ['tension/style/must-use-monolith'],
  },
  {
    name: 'microservices are imposed on five people',
    answers: must('microservices'),
    decisions: { style: 'modular-monolith' },
    tensions: ['tension/style/must-use-microservices'],
  },
  {
    name: 'microservices are imposed on a company that can run them',
    answers: { ...grown, ...must('microservices'), team: team(20, 3) },
    decisions: { style: 'microservices' },
  },
  {
    name: 'REST is imposed where clients choose their fields',
    answers: {
      ...graph,
      clients: { clients: ['web', 'mobile'], clientNeeds: 'very-different' },
      ...must('rest'),
    },
    decisions: { 'public-api': 'rest' },
    tensions: [],
  },
  {
    name: 'GraphQL is imposed where it could be used',
    answers: {
      ...graph,
      clients: { clients: ['web', 'partners'], clientNeeds: 'some' },
      ...must('graphql'),
    },
    decisions: { 'public-api': 'graphql' },
    tensions: [],
  },
  {
    name: 'GraphQL is imposed on one client',
    answers: must('graphql'),
    decisions: { 'public-api': 'rest' },
    tensions: ['tension/public-api/must-use-graphql'],
  },
  {
    name: 'gRPC is imposed inside',
    answers: { ...offline, ...must('grpc') },
    decisions: { 'public-api': 'grpc' },
    tensions: [],
  },
  { name: 'a gateway is imposed', answers: must('gateway'), decisions: { edge: 'gateway' } },
  {
    name: 'a queue is imposed where messages flow',
    answers: { ...queued, ...must('queue') },
    decisions: { broker: 'queue' },
    tensions: [],
  },
  {
    name: 'a queue is imposed where callers wait',
    answers: must('queue'),
    decisions: { broker: 'job-table' },
    tensions: ['tension/broker/must-use-queue'],
  },
  {
    name: 'a broker is imposed where messages flow',
    answers: { ...queued, ...must('routing-broker') },
    decisions: { broker: 'routing-broker' },
    tensions: [],
  },
  {
    name: 'a broker is imposed where messages are read again',
    answers: {
      ...grown,
      ...must('routing-broker'),
      messages: messages({ messageNeeds: ['replay'], reactors: 3 }),
    },
    decisions: { broker: 'log' },
    tensions: ['tension/broker/must-use-routing-broker'],
  },
  {
    name: 'a log is imposed where it could be used',
    answers: {
      ...grown,
      freshness: { freshness: 'seconds' },
      ...must('log'),
      messages: messages({ messageNeeds: ['ordered'], reactors: 3 }),
    },
    decisions: { broker: 'log' },
  },
  {
    name: 'a log is imposed for a handful of messages',
    answers: { ...queued, ...must('log') },
    decisions: { broker: 'job-table' },
    tensions: ['tension/broker/must-use-log'],
  },
  {
    name: 'a shared cache is imposed',
    answers: { ...oldAnswers, ...must('shared-cache') },
    decisions: { cache: 'distributed' },
    tensions: [],
  },
  {
    name: 'a shared cache is imposed where nothing may be old',
    answers: must('shared-cache'),
    decisions: { cache: 'none' },
    tensions: ['tension/cache/must-use-shared-cache'],
  },
  {
    name: 'a shared cache is imposed on public data',
    answers: { ...publicAnswers, ...must('shared-cache') },
    decisions: { cache: 'cdn-and-distributed' },
    tensions: [],
  },
  {
    name: 'a CDN is imposed on public data that is seldom read twice',
    answers: {
      ...publicAnswers,
      staleness: { staleness: 'seconds' },
      load: { readsPerWrite: 1 },
      priorities: { priorities: ['simplicity', 'correctness', 'change'] },
      ...must('cdn'),
    },
    decisions: { cache: 'http-and-cdn' },
    tensions: [],
  },
  {
    name: 'a shared cache and a CDN are imposed, of which one is forbidden by the data',
    answers: { ...oldAnswers, ...must('shared-cache', 'cdn') },
    decisions: { cache: 'distributed' },
    tensions: ['tension/cache/must-use-cdn'],
  },
  {
    name: 'an identity provider is imposed on a small shop',
    answers: must('identity-provider'),
    decisions: { authentication: 'oidc' },
    tensions: [],
  },
  {
    name: 'an identity provider is imposed on programs that read public data',
    answers: {
      clients: { clients: ['partners'], clientNeeds: 'same' },
      'data-kinds': { dataKinds: ['public'] },
      ...must('identity-provider'),
    },
    decisions: { authentication: 'client-credentials' },
    tensions: [],
  },
  {
    name: 'an identity provider is imposed where nobody signs in',
    answers: {
      'sign-in': { signIn: ['public'] },
      'data-kinds': { dataKinds: ['public'] },
      ...must('identity-provider'),
    },
    decisions: { authentication: 'none' },
    tensions: ['tension/provider-for-nobody'],
  },
  {
    name: 'mutual TLS is imposed on services',
    answers: {
      ...twoServices,
      team: team(8, 1),
      ...must('mtls'),
      delivery: delivery({ runsOn: 'containers' }),
    },
    decisions: { 'service-identity': 'mtls' },
    tensions: [],
  },
  {
    name: 'mutual TLS between services is imposed on one deployable',
    answers: { ...must('mtls'), delivery: delivery({ runsOn: 'containers' }), team: team(8, 1) },
    decisions: { 'service-identity': 'none' },
    tensions: ['tension/service-identity/must-use-mtls'],
  },
  {
    name: 'a PaaS is imposed on a team with containers',
    answers: { ...must('paas'), delivery: delivery({ runsOn: 'containers' }) },
    decisions: { platform: 'paas' },
    tensions: [],
  },
  {
    name: 'a PaaS is imposed on your own rooms',
    answers: { ...must('paas'), delivery: delivery({ runsOn: 'on-premises' }) },
    decisions: { platform: 'own-hosts' },
    tensions: ['tension/platform/must-use-paas'],
  },
  {
    name: 'managed containers are imposed',
    answers: must('managed-containers'),
    decisions: { platform: 'managed-containers' },
    tensions: [],
  },
  {
    name: 'Kubernetes is imposed on people who can run it',
    answers: { ...runsKubernetes, ...must('kubernetes') },
    decisions: { platform: 'kubernetes' },
    tensions: [],
  },
  {
    name: 'Kubernetes is imposed on five people',
    answers: must('kubernetes'),
    decisions: { platform: 'paas' },
    tensions: ['tension/platform/must-use-kubernetes'],
  },
  {
    name: 'the same thing is imposed and forbidden',
    answers: { constraints: { mustUse: ['gateway'], mustNotUse: ['gateway'] } },
    decisions: { edge: 'load-balancer' },
    tensions: ['tension/edge/must-use-gateway'],
  },
];

/** What must not be used. */
const mustNotCases: readonly RuleCase[] = [
  {
    name: 'one deployable is forbidden to five people',
    answers: mustNot('monolith'),
    decisions: { style: 'service-based' },
    tensions: [],
  },
  {
    name: 'one deployable is forbidden to two people',
    answers: { ...mustNot('monolith'), team: team(2, 1) },
    decisions: { style: 'modular-monolith' },
    tensions: ['tension/must-not-use-monolith'],
  },
  {
    name: 'microservices are forbidden to a company that could run them',
    answers: { ...grown, ...mustNot('microservices'), team: team(40, 6) },
    decisions: { style: 'service-based' },
  },
  {
    name: 'REST is forbidden where nothing else fits',
    answers: mustNot('rest'),
    decisions: { 'public-api': 'rest' },
    tensions: ['tension/must-not-use-rest'],
  },
  {
    name: 'REST is forbidden inside',
    answers: { ...offline, ...mustNot('rest') },
    decisions: { 'public-api': 'grpc' },
    tensions: [],
  },
  {
    name: 'GraphQL is forbidden',
    answers: {
      ...graph,
      clients: { clients: ['web', 'mobile'], clientNeeds: 'very-different' },
      ...mustNot('graphql'),
    },
    decisions: { 'public-api': 'rest' },
    tensions: [],
  },
  {
    name: 'gRPC is forbidden',
    answers: { ...offline, latency: { p95Ms: 20, workMs: 5 }, ...mustNot('grpc') },
    decisions: { 'public-api': 'rest' },
    tensions: [],
  },
  {
    name: 'a gateway is forbidden',
    answers: { ...twoServices, ...mustNot('gateway') },
    decisions: { edge: 'load-balancer' },
  },
  {
    name: 'a queue is forbidden to two services',
    answers: { ...twoServices, ...mustNot('queue'), jobs: { longestJob: 'minutes' } },
    decisions: { broker: 'routing-broker' },
  },
  {
    name: 'a broker is forbidden to two services of which two parts react',
    answers: { ...twoServices, ...queued, ...mustNot('routing-broker') },
    decisions: { broker: 'queue' },
  },
  {
    name: 'a log is forbidden where old messages are read again',
    answers: {
      ...twoServices,
      ...mustNot('log'),
      messages: messages({ messageNeeds: ['answer-now', 'replay'], reactors: 2 }),
    },
    decisions: { broker: 'routing-broker' },
    tensions: ['tension/broker/replay'],
  },
  {
    name: 'a shared cache is forbidden to a very busy system',
    answers: {
      ...offline,
      ...oldAnswers,
      ...mustNot('shared-cache'),
      load: { peakNow: 5000, peakLater: 5000, readsPerWrite: 200 },
    },
    decisions: { cache: 'in-process' },
    tensions: [],
  },
  {
    name: 'a CDN is forbidden',
    answers: { ...publicAnswers, ...mustNot('cdn') },
    decisions: { cache: 'none' },
    tensions: [],
  },
  {
    name: 'an identity provider is forbidden to an app on phones',
    answers: {
      clients: { clients: ['mobile'], clientNeeds: 'same' },
      ...mustNot('identity-provider'),
    },
    decisions: { authentication: 'session' },
    tensions: ['tension/authentication/mobile'],
  },
  {
    name: 'mutual TLS is forbidden between services with health data',
    answers: {
      ...twoServices,
      ...runsKubernetes,
      ...mustNot('mtls'),
      'data-kinds': { dataKinds: ['sensitive'] },
      delivery: delivery({ runsOn: 'kubernetes' }),
    },
    decisions: { 'service-identity': 'audience-token' },
  },
  {
    name: 'a PaaS is forbidden',
    answers: mustNot('paas'),
    decisions: { platform: 'managed-containers' },
    tensions: [],
  },
  {
    name: 'a PaaS and all that is dearer are forbidden',
    answers: mustNot('paas', 'managed-containers', 'kubernetes'),
    decisions: { platform: 'own-hosts' },
    tensions: [],
  },
  {
    name: 'managed containers are forbidden to a team that has them',
    answers: { ...mustNot('managed-containers'), delivery: delivery({ runsOn: 'containers' }) },
    decisions: { platform: 'paas' },
    tensions: [],
  },
  {
    name: 'Kubernetes is forbidden to people who run it',
    answers: {
      ...runsKubernetes,
      ...mustNot('kubernetes'),
      delivery: delivery({ runsOn: 'kubernetes' }),
    },
    decisions: { platform: 'paas' },
    tensions: [],
  },
];

/** What was decided outside of the wizard. */
export const constraintCases: readonly RuleCase[] = [...mustCases, ...mustNotCases];

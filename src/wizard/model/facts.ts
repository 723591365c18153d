import { choice, number, rank, set } from './fact-kinds.ts';
import type { ChoiceFact, NumberFact, RankFact, SetFact } from './fact-kinds.ts';

/**
 * Everything a rule may read about the system to be built. A fact belongs to one question
 * (`questionFacts` in answers.ts); its default is what "not sure" means.
 * The words stand in the middle of a sentence: "you have {5 engineers}".
 */
export const facts = {
  startFrom: choice(
    {
      new: 'a new system',
      monolith: 'a monolith that runs today',
      services: 'services that run today',
      part: 'one part of a larger system',
    },
    'new',
  ),
  engineers: number({ min: 1, max: 5000, default: 5 }, 'engineer', 'engineers'),
  teams: number(
    { min: 1, max: 500, default: 1 },
    'team that releases on its own',
    'teams that release on their own',
  ),
  running: set(
    {
      'automatic-deploys': 'automatic deploys',
      'central-telemetry': 'central logs and metrics',
      tracing: 'tracing',
      'on-call': 'four or more people on call',
      'kubernetes-skill': 'someone who runs Kubernetes',
    },
    ['automatic-deploys'],
    'nothing of this yet',
  ),
  peakNow: number(
    { min: 0, max: 10_000_000, default: 20 },
    'request/s at the peak today',
    'requests/s at the peak today',
  ),
  peakLater: number(
    { min: 0, max: 10_000_000, default: 50 },
    'request/s at the peak in a year',
    'requests/s at the peak in a year',
  ),
  readsPerWrite: number(
    { min: 0, max: 1_000_000, default: 10 },
    'read per write',
    'reads per write',
  ),
  p95Ms: number({ min: 1, max: 60_000, default: 500 }, 'ms for 95 of 100 answers'),
  workMs: number({ min: 1, max: 60_000, default: 50 }, 'ms of work per request'),
  availability: choice(
    { '99': '99 %', '99.5': '99.5 %', '99.9': '99.9 %', '99.95': '99.95 %', '99.99': '99.99 %' },
    '99.9',
  ),
  freshness: choice(
    {
      minutes: 'right within minutes',
      seconds: 'right within seconds',
      'at-once': 'right at once',
    },
    'at-once',
  ),
  dataKinds: set(
    {
      public: 'public data',
      personal: 'personal data',
      sensitive: 'payment or health data',
      provable: 'history that must be provable',
    },
    ['personal'],
    'no data of a special kind',
  ),
  parts: set(
    {
      'settled-boundaries': 'boundaries that have held for a year',
      'load-difference': 'one part with ten times the load of another',
      'own-compliance': 'one part under rules of its own',
      'second-runtime': 'one part that needs another runtime',
    },
    [],
    'no part that stands out',
  ),
  participants: number(
    { min: 1, max: 50, default: 1 },
    'part changed by one action',
    'parts changed by one action',
  ),
  actionShape: set(
    { branches: 'a flow that branches', 'lasts-hours': 'a flow that lasts hours' },
    [],
    'a short straight flow',
  ),
  clients: set(
    {
      web: 'a web app',
      mobile: 'a mobile app',
      partners: 'partners',
      internal: 'internal systems',
      devices: 'devices',
    },
    ['web'],
    'no client yet',
  ),
  clientNeeds: choice(
    {
      same: 'the same data',
      some: 'somewhat different data',
      'very-different': 'very different data',
    },
    'same',
  ),
  interaction: set(
    {
      'ask-answer': 'ask and answer',
      'server-push': 'news pushed by the server',
      live: 'two-way live traffic',
      notify: 'notices to other companies',
      bulk: 'bulk imports or exports',
      'client-graph': 'clients that choose their own fields',
    },
    ['ask-answer'],
    'no interaction yet',
  ),
  messageNeeds: set(
    {
      'answer-now': 'an answer needed now',
      ordered: 'order kept per key',
      replay: 'old messages read again',
    },
    ['answer-now'],
    'nothing special',
  ),
  reactors: number(
    { min: 1, max: 100, default: 1 },
    'part that reacts to a change',
    'parts that react to a change',
  ),
  messagesPerSecond: number(
    { min: 0, max: 10_000_000, default: 5 },
    'message/s at the peak',
    'messages/s at the peak',
  ),
  outsideCalls: number(
    { min: 0, max: 50, default: 0 },
    'outside system called',
    'outside systems called',
  ),
  outsideAvailability: choice(
    { '99': '99 %', '99.5': '99.5 %', '99.9': '99.9 %', '99.95': '99.95 %', '99.99': '99.99 %' },
    '99.9',
  ),
  whenDown: choice(
    {
      fail: 'fail with it',
      stale: 'answer with old data',
      queue: 'take the request and finish later',
      hide: 'leave that part out',
    },
    'fail',
  ),
  longestJob: choice(
    {
      'under-1s': 'under a second',
      'under-30s': 'under 30 seconds',
      minutes: 'minutes',
      hours: 'hours',
    },
    'under-1s',
  ),
  telemetryOwned: choice(
    {
      none: 'no telemetry yet',
      cloud: "your cloud's telemetry",
      'open-source': 'an open-source stack',
      apm: 'an APM product',
    },
    'none',
  ),
  signIn: set(
    {
      public: 'anybody without signing in',
      consumers: 'consumers',
      staff: 'your own staff',
      'company-sso': 'companies with their own sign-on',
      machines: 'machines',
    },
    ['consumers'],
    'nobody yet',
  ),
  exposure: set(
    { internet: 'reachable from the internet', quotas: 'paid quotas' },
    ['internet'],
    'reachable from inside only',
  ),
  staleness: choice(
    {
      none: 'no staleness',
      seconds: 'seconds of staleness',
      minutes: 'minutes of staleness',
      hours: 'hours of staleness',
    },
    'none',
  ),
  releasesPerWeek: number({ min: 0, max: 1000, default: 5 }, 'release a week', 'releases a week'),
  rollbackMinutes: number(
    { min: 1, max: 1440, default: 15 },
    'minute to roll back',
    'minutes to roll back',
  ),
  runsOn: choice(
    {
      paas: 'a platform that takes your code',
      containers: 'managed containers',
      kubernetes: 'Kubernetes',
      'on-premises': 'your own machines',
    },
    'paas',
  ),
  priorities: rank(
    {
      simplicity: 'simplicity and cost',
      speed: 'fast answers',
      change: 'quick change',
      scale: 'scale',
      uptime: 'uptime',
      correctness: 'correctness',
      compliance: 'compliance',
    },
    ['simplicity', 'speed', 'change'],
  ),
} as const;

export type FactId = keyof typeof facts;

type ValueOf<Kind> =
  Kind extends ChoiceFact<infer Option>
    ? Option
    : Kind extends SetFact<infer Option>
      ? readonly Option[]
      : Kind extends RankFact<infer Option>
        ? readonly Option[]
        : Kind extends NumberFact
          ? number
          : never;

/** A value for every fact. */
export type Facts = { readonly [F in FactId]: ValueOf<(typeof facts)[F]> };

/** The words that a set, rank or choice fact can hold; `never` for numbers. */
export type OptionOf<F extends FactId> = F extends FactId
  ? Facts[F] extends readonly (infer Option extends string)[]
    ? Option
    : Extract<Facts[F], string>
  : never;

export const factIds = Object.keys(facts) as readonly FactId[];

import { choice, number, set, variant } from './fact-kinds.ts';

/** What the system has to be: who builds it, how much comes in, how good it must be. */
export const requirementFacts = {
  building: variant(
    {
      crud: 'records that people enter and look up',
      commerce: 'a shop',
      saas: 'a product that companies subscribe to',
      collaboration: 'a tool for working together',
      events: 'readings from devices',
      integration: 'a link between systems of others',
      migration: 'the replacement of an old system',
    },
    'crud',
  ),
  startFrom: variant(
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
    'team that wants to release on its own',
    'teams that want to release on their own',
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
} as const;

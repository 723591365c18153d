import { choice, number, rank, set, variant } from './fact-kinds.ts';
import { listFacts } from './facts-lists.ts';
import { outsideAvailabilities, outsideFallbacks } from './list-columns.ts';

/** What it depends on, how it is protected, released and run, and what matters most. */
export const runningFacts = {
  outsideCalls: number({ min: 0, max: 50, default: 0 }, 'outside system', 'outside systems'),
  outsideAvailability: choice(outsideAvailabilities, '99.9'),
  whenDown: variant(outsideFallbacks, 'fail'),
  dependencies: listFacts.dependencies,
  longestJob: choice(
    {
      'under-1s': 'under a second',
      'under-30s': 'under 30 seconds',
      minutes: 'minutes',
      hours: 'hours',
    },
    'under-1s',
  ),
  telemetryOwned: variant(
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
  runsOn: variant(
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

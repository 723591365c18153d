import type { Preset } from './preset.ts';

/** A shop whose checkout leans on four systems that others run, each with a promise of its own. */
export const outsideCalls: Preset = {
  slug: 'outside-calls',
  title: 'Calls to services of others',
  request: 'Implement circuit breaker and retry patterns for external service integration.',
  state: {
    answers: {
      building: { building: 'commerce' },
      'start-from': { startFrom: 'new' },
      team: { engineers: 7, teams: 1 },
      running: { running: ['automatic-deploys', 'central-telemetry', 'tracing', 'on-call'] },
      load: { peakNow: 60, peakLater: 150, readsPerWrite: 12 },
      latency: { p95Ms: 1500, workMs: 60 },
      availability: { availability: '99.9' },
      freshness: { freshness: 'seconds' },
      'data-kinds': { dataKinds: ['personal', 'sensitive'] },
      customers: { customers: 'one', customerCount: 1 },
      parts: {
        capabilities: [
          capability('orders', 'weekly'),
          capability('payments', 'monthly'),
          capability('shipping', 'monthly'),
          capability('notifications', 'monthly'),
        ],
      },
      'across-parts': {
        actions: [
          {
            name: 'place order',
            capabilities: ['orders', 'payments', 'shipping'],
            branches: false,
            lastsHours: false,
            undoable: true,
          },
        ],
      },
      clients: { clients: ['web', 'mobile'], clientNeeds: 'same' },
      interaction: { interaction: ['ask-answer'] },
      upgrades: { clientUpgrade: 'weeks', listLength: 'under-1m' },
      messages: {
        messages: [
          {
            name: 'order placed',
            from: 'orders',
            to: ['notifications', 'shipping'],
            needsAnswer: false,
            ordered: false,
            replay: false,
            perSecond: 12,
          },
          {
            name: 'payment refunded',
            from: 'payments',
            to: ['notifications'],
            needsAnswer: false,
            ordered: false,
            replay: false,
            perSecond: 1,
          },
        ],
      },
      dependencies: {
        dependencies: [
          {
            name: 'card processor',
            availability: '99.95',
            p99Ms: 900,
            safeToRepeat: false,
            whenDown: 'fail',
            usedBy: ['payments'],
          },
          {
            name: 'exchange rates',
            availability: '99.9',
            p99Ms: 250,
            safeToRepeat: true,
            whenDown: 'stale',
            usedBy: ['orders'],
          },
          {
            name: 'carrier quotes',
            availability: '99.5',
            p99Ms: 700,
            safeToRepeat: true,
            whenDown: 'hide',
            usedBy: ['shipping'],
          },
          {
            name: 'mail sender',
            availability: '99.9',
            p99Ms: 600,
            safeToRepeat: true,
            whenDown: 'queue',
            usedBy: ['notifications'],
          },
        ],
      },
      jobs: { longestJob: 'under-1s', schedules: 'none' },
      telemetry: { telemetryOwned: 'open-source' },
      'sign-in': { signIn: ['consumers', 'staff'], rights: 'per-object' },
      exposure: { exposure: ['internet'] },
      staleness: { staleness: 'none', loadShape: 'peaky', peakTimes: 4 },
      delivery: {
        releasesPerWeek: 8,
        rollbackMinutes: 15,
        runsOn: 'containers',
        languages: ['typescript'],
      },
      priorities: { priorities: ['uptime', 'correctness', 'simplicity'] },
      constraints: { mustUse: [], mustNotUse: [] },
    },
    pins: {},
  },
};

function capability(name: string, changes: 'monthly' | 'weekly') {
  return { name, team: 1, changes, load: 'usual', ownRules: false, freshness: 'inherit' } as const;
}

import type { Preset } from './preset.ts';

/** Valuations of real estate, sold by the month to banks and brokers who call with programs. */
export const apiGateway: Preset = {
  slug: 'api-gateway',
  title: 'One gateway for many clients',
  request: 'Create an API gateway configuration with rate limiting and authentication.',
  state: {
    answers: {
      building: { building: 'saas' },
      'start-from': { startFrom: 'services' },
      team: { engineers: 12, teams: 3 },
      running: { running: ['automatic-deploys', 'central-telemetry', 'tracing', 'on-call'] },
      load: { peakNow: 350, peakLater: 900, readsPerWrite: 30 },
      latency: { p95Ms: 400, workMs: 40 },
      availability: { availability: '99.9' },
      freshness: { freshness: 'seconds' },
      'data-kinds': { dataKinds: ['personal'] },
      customers: { customers: 'shared', customerCount: 220 },
      parts: {
        capabilities: [
          capability('properties', 1, 'monthly'),
          capability('valuations', 2, 'weekly', 'high'),
          capability('accounts', 3, 'monthly'),
          capability('billing', 3, 'monthly'),
        ],
        parts: ['settled-boundaries'],
      },
      'across-parts': {
        actions: [
          action('request valuation', 'valuations'),
          action('change plan', 'accounts', 'billing'),
        ],
      },
      clients: { clients: ['web', 'mobile', 'partners'], clientNeeds: 'some' },
      interaction: { interaction: ['ask-answer'] },
      upgrades: { clientUpgrade: 'never', listLength: 'more' },
      messages: {
        messages: [
          {
            name: 'valuation completed',
            from: 'valuations',
            to: ['billing'],
            needsAnswer: false,
            ordered: false,
            replay: false,
            perSecond: 40,
          },
        ],
      },
      dependencies: {
        dependencies: [
          {
            name: 'land registry',
            availability: '99.5',
            p99Ms: 600,
            safeToRepeat: true,
            whenDown: 'stale',
            usedBy: ['properties'],
          },
        ],
      },
      jobs: { longestJob: 'under-1s', schedules: 'some' },
      telemetry: { telemetryOwned: 'cloud' },
      'sign-in': { signIn: ['company-sso', 'machines'], rights: 'roles' },
      exposure: { exposure: ['internet', 'quotas'] },
      staleness: { staleness: 'minutes', loadShape: 'peaky', peakTimes: 3 },
      delivery: {
        releasesPerWeek: 12,
        rollbackMinutes: 15,
        runsOn: 'containers',
        languages: ['typescript', 'python'],
      },
      priorities: { priorities: ['uptime', 'simplicity', 'speed'] },
      constraints: { mustUse: [], mustNotUse: [] },
    },
    pins: {},
  },
};

function capability(
  name: string,
  team: number,
  changes: 'monthly' | 'weekly',
  load: 'usual' | 'high' = 'usual',
) {
  return { name, team, changes, load, ownRules: false, freshness: 'inherit' } as const;
}

function action(name: string, ...capabilities: readonly string[]) {
  return { name, capabilities, branches: false, lastsHours: false, undoable: true };
}

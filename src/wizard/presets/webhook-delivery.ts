import type { Preset } from './preset.ts';

/** Notices to the servers of 800 companies, some of which are slow or gone at any moment. */
export const webhookDelivery: Preset = {
  slug: 'webhook-delivery',
  title: 'Webhooks that arrive',
  request: 'Design a webhook delivery system with retry logic and signature verification.',
  state: {
    answers: {
      building: { building: 'integration' },
      'start-from': { startFrom: 'new' },
      team: { engineers: 6, teams: 1 },
      running: { running: ['automatic-deploys', 'central-telemetry', 'tracing', 'on-call'] },
      load: { peakNow: 120, peakLater: 300, readsPerWrite: 2 },
      latency: { p95Ms: 300, workMs: 20 },
      availability: { availability: '99.9' },
      freshness: { freshness: 'seconds' },
      'data-kinds': { dataKinds: ['personal'] },
      customers: { customers: 'shared', customerCount: 800 },
      parts: {
        capabilities: [
          capability('webhook endpoints', 'monthly'),
          capability('webhook events', 'monthly'),
          capability('webhook deliveries', 'monthly', 'high'),
        ],
      },
      'across-parts': {
        actions: [
          action('rotate secret', 'webhook endpoints'),
          action('redeliver event', 'webhook deliveries'),
          action('disable endpoint', 'webhook endpoints'),
        ],
      },
      clients: { clients: ['web', 'partners', 'internal'], clientNeeds: 'same' },
      interaction: { interaction: ['ask-answer', 'notify'] },
      upgrades: { clientUpgrade: 'never', listLength: 'more' },
      messages: {
        messages: [
          {
            name: 'event accepted',
            from: 'webhook events',
            to: ['webhook deliveries'],
            needsAnswer: false,
            ordered: false,
            replay: false,
            perSecond: 100,
          },
          {
            name: 'endpoint changed',
            from: 'webhook endpoints',
            to: ['webhook deliveries'],
            needsAnswer: false,
            ordered: false,
            replay: false,
            perSecond: 1,
          },
        ],
      },
      dependencies: { outsideCalls: 0 },
      jobs: { longestJob: 'under-1s', schedules: 'some' },
      telemetry: { telemetryOwned: 'open-source' },
      'sign-in': { signIn: ['company-sso', 'machines'], rights: 'roles' },
      exposure: { exposure: ['internet'] },
      staleness: { staleness: 'none', loadShape: 'peaky', peakTimes: 5 },
      delivery: {
        releasesPerWeek: 6,
        rollbackMinutes: 15,
        runsOn: 'containers',
        languages: ['go'],
      },
      priorities: { priorities: ['uptime', 'change', 'correctness'] },
      constraints: { mustUse: [], mustNotUse: [] },
    },
    pins: {},
  },
};

function capability(name: string, changes: 'monthly' | 'weekly', load: 'usual' | 'high' = 'usual') {
  return { name, team: 1, changes, load, ownRules: false, freshness: 'inherit' } as const;
}

function action(name: string, ...capabilities: readonly string[]) {
  return { name, capabilities, branches: false, lastsHours: false, undoable: true };
}

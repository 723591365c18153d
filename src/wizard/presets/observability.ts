import type { Preset } from './preset.ts';

/** A parcel carrier whose services six teams release on their own, several times a day. */
export const observability: Preset = {
  slug: 'observability',
  title: 'Traces and logs over many services',
  request: 'Design observability strategy with distributed tracing and centralized logging.',
  state: {
    answers: {
      building: { building: 'commerce' },
      'start-from': { startFrom: 'services' },
      team: { engineers: 32, teams: 6 },
      running: {
        running: ['automatic-deploys', 'central-telemetry', 'on-call', 'kubernetes-skill'],
      },
      load: { peakNow: 1800, peakLater: 3000, readsPerWrite: 20 },
      latency: { p95Ms: 400, workMs: 30 },
      availability: { availability: '99.95' },
      freshness: { freshness: 'seconds' },
      'data-kinds': { dataKinds: ['personal'] },
      customers: { customers: 'one', customerCount: 1 },
      parts: {
        capabilities: [
          capability('parcels', 1, 'weekly'),
          capability('tracking', 2, 'weekly', 'high'),
          capability('routes', 3, 'monthly'),
          capability('pricing', 4, 'monthly'),
          capability('billing', 5, 'monthly'),
          capability('notifications', 6, 'weekly'),
        ],
        parts: ['settled-boundaries'],
      },
      'across-parts': {
        actions: [
          {
            name: 'book parcel',
            capabilities: ['parcels', 'routes', 'billing'],
            branches: false,
            lastsHours: false,
            undoable: true,
          },
        ],
      },
      clients: { clients: ['web', 'mobile', 'devices'], clientNeeds: 'some' },
      interaction: { interaction: ['ask-answer'] },
      upgrades: { clientUpgrade: 'weeks', listLength: 'more' },
      messages: {
        messages: [
          message('parcel booked', 'parcels', ['routes', 'billing'], 60),
          message('parcel scanned', 'tracking', ['parcels', 'notifications'], 400),
          message('invoice issued', 'billing', ['notifications'], 20),
        ],
      },
      dependencies: {
        dependencies: [
          {
            name: 'map provider',
            availability: '99.9',
            p99Ms: 300,
            safeToRepeat: true,
            whenDown: 'stale',
            usedBy: ['routes'],
          },
          {
            name: 'text messages',
            availability: '99.9',
            p99Ms: 800,
            safeToRepeat: false,
            whenDown: 'queue',
            usedBy: ['notifications'],
          },
        ],
      },
      jobs: { longestJob: 'under-1s', schedules: 'some' },
      telemetry: { telemetryOwned: 'open-source' },
      'sign-in': { signIn: ['consumers', 'staff', 'machines'], rights: 'per-object' },
      exposure: { exposure: ['internet'] },
      staleness: { staleness: 'seconds', loadShape: 'peaky', peakTimes: 4 },
      delivery: {
        releasesPerWeek: 40,
        rollbackMinutes: 5,
        runsOn: 'kubernetes',
        languages: ['java', 'go'],
      },
      priorities: { priorities: ['uptime', 'change', 'scale'] },
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

function message(name: string, from: string, to: readonly string[], perSecond: number) {
  return { name, from, to, needsAnswer: false, ordered: false, replay: false, perSecond };
}

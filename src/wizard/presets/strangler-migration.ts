import type { Preset } from './preset.ts';

/** An insurer's monolith, which earns the money while five teams take it apart. */
export const stranglerMigration: Preset = {
  slug: 'strangler-migration',
  title: 'Out of the monolith, route by route',
  request: 'Plan a migration from monolith to microservices using strangler pattern.',
  state: {
    answers: {
      building: { building: 'migration' },
      'start-from': { startFrom: 'monolith' },
      team: { engineers: 30, teams: 5 },
      running: { running: ['automatic-deploys', 'central-telemetry', 'tracing', 'on-call'] },
      load: { peakNow: 180, peakLater: 260, readsPerWrite: 15 },
      latency: { p95Ms: 600, workMs: 60 },
      availability: { availability: '99.9' },
      freshness: { freshness: 'seconds' },
      'data-kinds': { dataKinds: ['personal', 'sensitive'] },
      customers: { customers: 'one', customerCount: 1 },
      parts: {
        capabilities: [
          capability('quotes', 1, 'weekly', { load: 'high' }),
          capability('policies', 2, 'monthly'),
          capability('claims', 3, 'weekly'),
          capability('payments', 4, 'monthly', { ownRules: true }),
          capability('customers', 5, 'monthly'),
          capability('legacy access', 5, 'rarely'),
        ],
        parts: ['settled-boundaries'],
      },
      'across-parts': {
        actions: [
          action('issue policy', 'policies', 'payments', 'customers'),
          action('pay claim', 'claims', 'payments'),
          action('move customer', 'customers', 'legacy access'),
        ],
      },
      clients: { clients: ['web', 'mobile', 'internal'], clientNeeds: 'some' },
      interaction: { interaction: ['ask-answer'] },
      upgrades: { clientUpgrade: 'weeks', listLength: 'more' },
      messages: {
        messages: [
          message('quote accepted', 'quotes', ['policies'], 10),
          message('policy issued', 'policies', ['claims', 'legacy access'], 5),
          message('customer changed', 'customers', ['policies', 'legacy access'], 15),
          message('legacy record changed', 'legacy access', ['customers', 'policies'], 40),
        ],
      },
      dependencies: {
        dependencies: [
          {
            name: 'old monolith',
            availability: '99.9',
            p99Ms: 900,
            safeToRepeat: false,
            whenDown: 'queue',
            usedBy: ['legacy access'],
          },
          {
            name: 'bank gateway',
            availability: '99.9',
            p99Ms: 900,
            safeToRepeat: false,
            whenDown: 'queue',
            usedBy: ['payments'],
          },
        ],
      },
      jobs: { longestJob: 'minutes', schedules: 'some' },
      telemetry: { telemetryOwned: 'open-source' },
      'sign-in': { signIn: ['consumers', 'staff', 'machines'], rights: 'per-object' },
      exposure: { exposure: ['internet'] },
      staleness: { staleness: 'none', loadShape: 'steady' },
      delivery: {
        releasesPerWeek: 15,
        rollbackMinutes: 4,
        runsOn: 'containers',
        languages: ['java'],
      },
      priorities: { priorities: ['change', 'scale', 'uptime'] },
      constraints: { mustUse: [], mustNotUse: [] },
    },
    pins: {},
  },
};

function capability(
  name: string,
  team: number,
  changes: 'rarely' | 'monthly' | 'weekly',
  { load = 'usual', ownRules = false }: { load?: 'usual' | 'high'; ownRules?: boolean } = {},
) {
  return { name, team, changes, load, ownRules, freshness: 'inherit' } as const;
}

function action(name: string, ...capabilities: readonly string[]) {
  return { name, capabilities, branches: false, lastsHours: false, undoable: true };
}

function message(name: string, from: string, to: readonly string[], perSecond: number) {
  return { name, from, to, needsAnswer: false, ordered: true, replay: false, perSecond };
}

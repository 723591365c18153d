import type { Preset } from './preset.ts';
import { action, capability, message } from './rows.ts';

/** A clinic network: patients, staff, hospitals with their own sign-on, and programs, over five services. */
export const serviceAccess: Preset = {
  slug: 'service-access',
  title: 'Sign-in and rights over many services',
  request: 'Design authentication and authorization for a multi-service architecture.',
  state: {
    answers: {
      building: { building: 'saas' },
      'start-from': { startFrom: 'services' },
      team: { engineers: 28, teams: 5 },
      running: {
        running: [
          'automatic-deploys',
          'central-telemetry',
          'tracing',
          'on-call',
          'kubernetes-skill',
        ],
      },
      load: { peakNow: 150, peakLater: 400, readsPerWrite: 8 },
      latency: { p95Ms: 500, workMs: 30 },
      availability: { availability: '99.95' },
      freshness: { freshness: 'seconds' },
      'data-kinds': { dataKinds: ['personal', 'sensitive'] },
      customers: { customers: 'shared', customerCount: 60 },
      parts: {
        capabilities: [
          capability('patients', 1, 'weekly', { ownRules: true }),
          capability('appointments', 2, 'weekly', { load: 'high' }),
          capability('prescriptions', 3, 'monthly', { ownRules: true }),
          capability('invoices', 4, 'monthly'),
          capability('access grants', 5, 'monthly', { freshness: 'at-once' }),
          capability('audit', 5, 'rarely'),
        ],
        parts: ['settled-boundaries'],
      },
      'across-parts': {
        actions: [
          action('issue grant', ['access grants']),
          action('remove grant', ['access grants']),
          action('break glass', ['patients'], { undoable: false }),
          action('create booking', ['appointments', 'invoices']),
        ],
      },
      clients: { clients: ['web', 'mobile', 'partners', 'internal'], clientNeeds: 'some' },
      interaction: { interaction: ['ask-answer'] },
      upgrades: { clientUpgrade: 'never', listLength: 'more' },
      messages: {
        messages: [
          message('grant revoked', 'access grants', ['patients', 'prescriptions'], 1, {
            ordered: true,
          }),
          message('glass broken', 'patients', ['audit', 'access grants'], 1),
          message('record opened', 'patients', ['audit'], 60),
          message('prescription issued', 'prescriptions', ['audit', 'invoices'], 5),
        ],
      },
      dependencies: {
        dependencies: [
          {
            name: 'medicines register',
            availability: '99.5',
            p99Ms: 400,
            safeToRepeat: true,
            whenDown: 'stale',
            usedBy: ['prescriptions'],
          },
        ],
      },
      jobs: { longestJob: 'under-1s', schedules: 'some' },
      telemetry: { telemetryOwned: 'open-source' },
      'sign-in': { signIn: ['consumers', 'staff', 'company-sso', 'machines'], rights: 'policy' },
      exposure: { exposure: ['internet'] },
      staleness: { staleness: 'none', loadShape: 'steady', peakTimes: 3 },
      delivery: {
        releasesPerWeek: 20,
        rollbackMinutes: 10,
        runsOn: 'kubernetes',
        languages: ['dotnet'],
      },
      priorities: { priorities: ['compliance', 'correctness', 'change'] },
      constraints: { mustUse: [], mustNotUse: [] },
    },
    pins: {},
  },
};

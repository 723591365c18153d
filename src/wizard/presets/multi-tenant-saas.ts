import type { Preset } from './preset.ts';
import { action, capability, message } from './rows.ts';

/** Project planning for 900 companies, some of which want a database of their own. */
export const multiTenantSaas: Preset = {
  slug: 'multi-tenant-saas',
  title: 'A multi-tenant SaaS platform of services',
  request: 'Create a microservices architecture for a multi-tenant SaaS platform.',
  state: {
    answers: {
      building: { building: 'saas' },
      'start-from': { startFrom: 'services' },
      team: { engineers: 40, teams: 6 },
      running: {
        running: [
          'automatic-deploys',
          'central-telemetry',
          'tracing',
          'on-call',
          'kubernetes-skill',
        ],
      },
      load: { peakNow: 800, peakLater: 2000, readsPerWrite: 15 },
      latency: { p95Ms: 400, workMs: 30 },
      availability: { availability: '99.9' },
      freshness: { freshness: 'seconds' },
      'data-kinds': { dataKinds: ['personal'] },
      customers: { customers: 'isolated', customerCount: 900 },
      parts: {
        capabilities: [
          capability('tenants', 1, 'monthly'),
          capability('members', 1, 'monthly'),
          capability('tasks', 2, 'daily', { load: 'high' }),
          capability('reports', 3, 'weekly'),
          capability('billing', 4, 'monthly'),
          capability('notifications', 5, 'monthly'),
          capability('data exports', 6, 'monthly', { load: 'low' }),
        ],
        parts: ['settled-boundaries'],
      },
      'across-parts': {
        actions: [
          action('open tenant', ['tenants', 'billing', 'tasks'], { branches: true }),
          action('delete tenant', ['tenants', 'tasks', 'billing', 'members'], {
            lastsHours: true,
            undoable: false,
          }),
          action('order data export', ['data exports'], { lastsHours: true }),
          action('invite member', ['members']),
        ],
      },
      clients: { clients: ['web', 'mobile', 'partners'], clientNeeds: 'some' },
      interaction: { interaction: ['ask-answer', 'bulk'] },
      upgrades: { clientUpgrade: 'never', listLength: 'more' },
      messages: {
        messages: [
          message('tenant suspended', 'billing', ['tenants', 'tasks'], 1),
          message('member invited', 'members', ['notifications'], 5),
          message('task changed', 'tasks', ['reports', 'notifications'], 120),
        ],
      },
      dependencies: {
        dependencies: [
          {
            name: 'payment provider',
            availability: '99.95',
            p99Ms: 900,
            safeToRepeat: true,
            whenDown: 'queue',
            usedBy: ['billing'],
          },
          {
            name: 'mail sender',
            availability: '99.9',
            p99Ms: 700,
            safeToRepeat: false,
            whenDown: 'queue',
            usedBy: ['notifications'],
          },
        ],
      },
      jobs: { longestJob: 'hours', schedules: 'some' },
      telemetry: { telemetryOwned: 'open-source' },
      'sign-in': { signIn: ['company-sso', 'machines'], rights: 'roles' },
      exposure: { exposure: ['internet', 'quotas'] },
      staleness: { staleness: 'seconds', loadShape: 'peaky', peakTimes: 4 },
      delivery: {
        releasesPerWeek: 40,
        rollbackMinutes: 10,
        runsOn: 'kubernetes',
        languages: ['go'],
      },
      priorities: { priorities: ['change', 'scale', 'uptime'] },
      constraints: { mustUse: [], mustNotUse: [] },
    },
    pins: {},
  },
};

import type { Preset } from './preset.ts';
import { action, capability, message } from './rows.ts';

/** A travel shop whose web pages compare fifty journeys and whose app shows the next one. */
export const clientBackends: Preset = {
  slug: 'client-backends',
  title: 'A backend for each client',
  request: 'Create a BFF pattern for mobile and web clients with different data needs.',
  state: {
    answers: {
      building: { building: 'commerce' },
      'start-from': { startFrom: 'services' },
      team: { engineers: 14, teams: 3 },
      running: { running: ['automatic-deploys', 'central-telemetry', 'tracing', 'on-call'] },
      load: { peakNow: 250, peakLater: 600, readsPerWrite: 40 },
      latency: { p95Ms: 500, workMs: 30 },
      availability: { availability: '99.9' },
      freshness: { freshness: 'seconds' },
      'data-kinds': { dataKinds: ['personal'] },
      customers: { customers: 'one', customerCount: 1 },
      parts: {
        capabilities: [
          capability('journeys', 1, 'weekly', { load: 'high' }),
          capability('bookings', 2, 'weekly', { freshness: 'at-once' }),
          capability('payments', 2, 'monthly', { freshness: 'at-once' }),
          capability('profiles', 3, 'monthly'),
          capability('notifications', 3, 'monthly'),
        ],
        parts: ['settled-boundaries'],
      },
      'across-parts': {
        actions: [
          action('create booking', ['bookings', 'payments']),
          action('cancel booking', ['bookings', 'payments']),
        ],
      },
      clients: { clients: ['web', 'mobile'], clientNeeds: 'very-different' },
      interaction: { interaction: ['ask-answer'] },
      upgrades: { clientUpgrade: 'weeks', listLength: 'under-1m' },
      messages: {
        messages: [
          message('booking confirmed', 'bookings', ['notifications'], 8),
          message('booking cancelled', 'bookings', ['notifications'], 2),
        ],
      },
      dependencies: {
        dependencies: [
          {
            name: 'rail timetables',
            availability: '99.5',
            p99Ms: 600,
            safeToRepeat: true,
            whenDown: 'stale',
            usedBy: ['journeys'],
          },
          {
            name: 'payment provider',
            availability: '99.95',
            p99Ms: 900,
            safeToRepeat: true,
            whenDown: 'queue',
            usedBy: ['payments'],
          },
        ],
      },
      jobs: { longestJob: 'under-1s', schedules: 'none' },
      telemetry: { telemetryOwned: 'apm' },
      'sign-in': { signIn: ['consumers'], rights: 'roles' },
      exposure: { exposure: ['internet'] },
      staleness: { staleness: 'minutes', loadShape: 'peaky', peakTimes: 3 },
      delivery: {
        releasesPerWeek: 15,
        rollbackMinutes: 10,
        runsOn: 'containers',
        languages: ['typescript'],
      },
      priorities: { priorities: ['speed', 'change', 'uptime'] },
      constraints: { mustUse: [], mustNotUse: [] },
    },
    pins: {},
  },
};

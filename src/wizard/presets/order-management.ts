import type { Preset } from './preset.ts';
import { action, capability, message } from './rows.ts';

/** The orders of a shop with a million buyers, taken by its web shop, its app and its warehouse. */
export const orderManagement: Preset = {
  slug: 'order-management',
  title: 'An order management API',
  request: 'Design a RESTful API for an e-commerce order management system.',
  state: {
    answers: {
      building: { building: 'commerce' },
      'start-from': { startFrom: 'new' },
      team: { engineers: 7, teams: 1 },
      running: { running: ['automatic-deploys', 'central-telemetry', 'on-call'] },
      load: { peakNow: 60, peakLater: 150, readsPerWrite: 12 },
      latency: { p95Ms: 500, workMs: 40 },
      availability: { availability: '99.9' },
      freshness: { freshness: 'at-once' },
      'data-kinds': { dataKinds: ['personal'] },
      customers: { customers: 'one', customerCount: 1 },
      parts: {
        capabilities: [
          capability('orders', 1, 'weekly'),
          capability('inventory', 1, 'monthly'),
          capability('payments', 1, 'monthly'),
          capability('shipping', 1, 'monthly', { freshness: 'seconds' }),
          capability('returns', 1, 'monthly'),
        ],
        parts: [],
      },
      'across-parts': {
        actions: [
          action('place order', ['orders', 'inventory', 'payments']),
          action('cancel order', ['orders', 'payments', 'inventory']),
          action('capture payment', ['payments']),
          action('refund payment', ['payments']),
        ],
      },
      clients: { clients: ['web', 'mobile', 'internal'], clientNeeds: 'some' },
      interaction: { interaction: ['ask-answer'] },
      upgrades: { clientUpgrade: 'weeks', listLength: 'more' },
      messages: {
        messages: [
          message('order placed', 'orders', ['shipping'], 5),
          message('order cancelled', 'orders', ['shipping'], 1),
          message('shipment handed over', 'shipping', ['orders', 'payments'], 5),
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
            usedBy: ['payments'],
          },
          {
            name: 'carrier labels',
            availability: '99.5',
            p99Ms: 2000,
            safeToRepeat: false,
            whenDown: 'queue',
            usedBy: ['shipping'],
          },
        ],
      },
      jobs: { longestJob: 'under-1s', schedules: 'some' },
      telemetry: { telemetryOwned: 'cloud' },
      'sign-in': { signIn: ['consumers', 'staff', 'machines'], rights: 'roles' },
      exposure: { exposure: ['internet'] },
      staleness: { staleness: 'none', loadShape: 'peaky', peakTimes: 4 },
      delivery: {
        releasesPerWeek: 8,
        rollbackMinutes: 15,
        runsOn: 'containers',
        languages: ['java'],
      },
      priorities: { priorities: ['correctness', 'simplicity', 'uptime'] },
      constraints: { mustUse: [], mustNotUse: [] },
    },
    pins: {},
  },
};

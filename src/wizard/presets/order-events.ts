import type { Preset } from './preset.ts';
import { action, capability, message } from './rows.ts';

/** The orders of a retailer, told as events to teams that react, count and read them again. */
export const orderEvents: Preset = {
  slug: 'order-events',
  title: 'Order processing on Kafka',
  request: 'Plan an event-driven architecture for order processing with Kafka.',
  state: {
    answers: {
      building: { building: 'commerce' },
      'start-from': { startFrom: 'services' },
      team: { engineers: 24, teams: 4 },
      running: { running: ['automatic-deploys', 'central-telemetry', 'tracing', 'on-call'] },
      load: { peakNow: 1200, peakLater: 2000, readsPerWrite: 4 },
      latency: { p95Ms: 400, workMs: 25 },
      availability: { availability: '99.9' },
      freshness: { freshness: 'seconds' },
      'data-kinds': { dataKinds: ['personal'] },
      customers: { customers: 'one', customerCount: 1 },
      parts: {
        capabilities: [
          capability('orders', 1, 'weekly', { load: 'high' }),
          capability('payments', 2, 'monthly'),
          capability('inventory', 3, 'weekly'),
          capability('shipping', 3, 'monthly'),
          capability('reports', 4, 'weekly'),
        ],
        parts: ['settled-boundaries'],
      },
      'across-parts': {
        actions: [
          action('place order', ['orders', 'inventory', 'payments', 'shipping'], {
            branches: true,
          }),
          action('cancel order', ['orders', 'payments', 'inventory']),
        ],
      },
      clients: { clients: ['web', 'mobile', 'internal'], clientNeeds: 'some' },
      interaction: { interaction: ['ask-answer'] },
      upgrades: { clientUpgrade: 'weeks', listLength: 'more' },
      messages: {
        messages: [
          message('order placed', 'orders', ['inventory', 'payments', 'reports'], 250, {
            ordered: true,
            replay: true,
          }),
          message('order cancelled', 'orders', ['inventory', 'payments', 'reports'], 30, {
            ordered: true,
            replay: true,
          }),
          message('stock reserved', 'inventory', ['orders', 'reports'], 250, { ordered: true }),
          message('payment taken', 'payments', ['orders', 'shipping', 'reports'], 240, {
            ordered: true,
            replay: true,
          }),
          message('shipment handed over', 'shipping', ['orders', 'reports'], 230, {
            ordered: true,
          }),
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
        ],
      },
      jobs: { longestJob: 'under-1s', schedules: 'some' },
      telemetry: { telemetryOwned: 'open-source' },
      'sign-in': { signIn: ['consumers', 'staff', 'machines'], rights: 'roles' },
      exposure: { exposure: ['internet'] },
      staleness: { staleness: 'none', loadShape: 'peaky', peakTimes: 6 },
      delivery: {
        releasesPerWeek: 20,
        rollbackMinutes: 10,
        runsOn: 'containers',
        languages: ['java'],
      },
      priorities: { priorities: ['scale', 'correctness', 'change'] },
      constraints: { mustUse: [], mustNotUse: [] },
    },
    pins: {},
  },
};

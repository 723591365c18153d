import type { Preset } from './preset.ts';
import { action, capability, message } from './rows.ts';

/** Documents that several people edit at once, on the web and on the phone. */
export const liveCollaboration: Preset = {
  slug: 'live-collaboration',
  title: 'Live collaboration over GraphQL',
  request: 'Design a GraphQL API with subscriptions for real-time collaboration.',
  state: {
    answers: {
      building: { building: 'collaboration' },
      'start-from': { startFrom: 'new' },
      team: { engineers: 8, teams: 1 },
      running: { running: ['automatic-deploys', 'central-telemetry', 'tracing', 'on-call'] },
      load: { peakNow: 200, peakLater: 600, readsPerWrite: 5 },
      latency: { p95Ms: 200, workMs: 15 },
      availability: { availability: '99.9' },
      freshness: { freshness: 'seconds' },
      'data-kinds': { dataKinds: ['personal'] },
      customers: { customers: 'shared', customerCount: 300 },
      parts: {
        capabilities: [
          capability('documents', 1, 'weekly', { freshness: 'at-once' }),
          capability('edits', 1, 'weekly', { freshness: 'at-once' }),
          capability('comments', 1, 'weekly'),
          capability('presence', 1, 'monthly'),
          capability('sharing', 1, 'monthly', { freshness: 'at-once' }),
        ],
        parts: [],
      },
      'across-parts': {
        actions: [
          action('submit edit', ['edits', 'documents']),
          action('share document', ['sharing']),
          action('add comment', ['comments']),
        ],
      },
      clients: { clients: ['web', 'mobile'], clientNeeds: 'very-different' },
      interaction: { interaction: ['ask-answer', 'server-push', 'live', 'client-graph'] },
      upgrades: { clientUpgrade: 'weeks', listLength: 'under-1m' },
      messages: {
        messages: [
          message('edit accepted', 'edits', ['documents'], 40, { ordered: true, replay: true }),
          message('comment added', 'comments', ['documents'], 10, { ordered: true }),
          message('share revoked', 'sharing', ['presence'], 1),
        ],
      },
      dependencies: { outsideCalls: 0 },
      jobs: { longestJob: 'under-1s', schedules: 'some' },
      telemetry: { telemetryOwned: 'open-source' },
      'sign-in': { signIn: ['consumers', 'company-sso'], rights: 'per-object' },
      exposure: { exposure: ['internet'] },
      staleness: { staleness: 'none', loadShape: 'peaky', peakTimes: 3 },
      delivery: {
        releasesPerWeek: 10,
        rollbackMinutes: 15,
        runsOn: 'containers',
        languages: ['typescript'],
      },
      priorities: { priorities: ['speed', 'correctness', 'simplicity'] },
      constraints: { mustUse: [], mustNotUse: [] },
    },
    pins: {},
  },
};

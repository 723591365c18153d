import type { Preset } from './preset.ts';

/** Notices on open screens: a missed push costs nothing, since the list itself is in the database. */
export const liveNotifications: Preset = {
  slug: 'live-notifications',
  title: 'Notifications as they happen',
  request: 'Create a real-time notification system using WebSockets and Redis pub/sub.',
  state: {
    answers: {
      building: { building: 'collaboration' },
      'start-from': { startFrom: 'new' },
      team: { engineers: 5, teams: 1 },
      running: { running: ['automatic-deploys', 'central-telemetry', 'on-call'] },
      load: { peakNow: 250, peakLater: 600, readsPerWrite: 8 },
      latency: { p95Ms: 300, workMs: 15 },
      availability: { availability: '99.9' },
      freshness: { freshness: 'seconds' },
      'data-kinds': { dataKinds: ['personal'] },
      customers: { customers: 'one', customerCount: 1 },
      parts: {
        capabilities: [
          capability('notifications', 'weekly'),
          capability('preferences', 'monthly'),
          capability('presence', 'monthly'),
          capability('push devices', 'rarely'),
        ],
      },
      'across-parts': {
        actions: [
          action('mark notification as read', 'notifications'),
          action('mute sender', 'preferences'),
        ],
      },
      clients: { clients: ['web', 'mobile', 'internal'], clientNeeds: 'same' },
      interaction: { interaction: ['ask-answer', 'server-push', 'live'] },
      upgrades: { clientUpgrade: 'weeks', listLength: 'under-1m' },
      messages: {
        messages: [
          {
            name: 'notification created',
            from: 'notifications',
            to: ['push devices'],
            needsAnswer: false,
            ordered: false,
            replay: false,
            perSecond: 80,
          },
        ],
      },
      dependencies: {
        dependencies: [
          {
            name: 'phone push',
            availability: '99.9',
            p99Ms: 500,
            safeToRepeat: true,
            whenDown: 'queue',
            usedBy: ['push devices'],
          },
        ],
      },
      jobs: { longestJob: 'under-1s', schedules: 'some' },
      telemetry: { telemetryOwned: 'open-source' },
      'sign-in': { signIn: ['consumers', 'machines'], rights: 'per-object' },
      exposure: { exposure: ['internet'] },
      staleness: { staleness: 'none', loadShape: 'peaky', peakTimes: 4 },
      delivery: {
        releasesPerWeek: 5,
        rollbackMinutes: 15,
        runsOn: 'containers',
        languages: ['typescript'],
      },
      priorities: { priorities: ['speed', 'simplicity', 'scale'] },
      constraints: { mustUse: [], mustNotUse: [] },
    },
    pins: {},
  },
};

function capability(name: string, changes: 'rarely' | 'monthly' | 'weekly') {
  return { name, team: 1, changes, load: 'usual', ownRules: false, freshness: 'inherit' } as const;
}

function action(name: string, ...capabilities: readonly string[]) {
  return { name, capabilities, branches: false, lastsHours: false, undoable: true };
}

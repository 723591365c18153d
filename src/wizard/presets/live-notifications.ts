import type { Preset } from './preset.ts';

export const liveNotifications: Preset = {
  slug: 'live-notifications',
  title: 'Notifications as they happen',
  request: 'Create a real-time notification system using WebSockets and Redis pub/sub.',
  state: { answers: {}, pins: {} },
};

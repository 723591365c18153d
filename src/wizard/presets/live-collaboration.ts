import type { Preset } from './preset.ts';

export const liveCollaboration: Preset = {
  slug: 'live-collaboration',
  title: 'Live collaboration over GraphQL',
  request: 'Design a GraphQL API with subscriptions for real-time collaboration.',
  state: { answers: {}, pins: {} },
};

import type { Preset } from './preset.ts';

export const stranglerMigration: Preset = {
  slug: 'strangler-migration',
  title: 'Out of the monolith, route by route',
  request: 'Plan a migration from monolith to microservices using strangler pattern.',
  state: { answers: {}, pins: {} },
};

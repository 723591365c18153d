import type { Preset } from './preset.ts';

export const serviceAccess: Preset = {
  slug: 'service-access',
  title: 'Sign-in and rights over many services',
  request: 'Design authentication and authorization for a multi-service architecture.',
  state: { answers: {}, pins: {} },
};

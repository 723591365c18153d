import type { Preset } from './preset.ts';

export const clientBackends: Preset = {
  slug: 'client-backends',
  title: 'A backend for each client',
  request: 'Create a BFF pattern for mobile and web clients with different data needs.',
  state: { answers: {}, pins: {} },
};

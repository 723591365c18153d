import type { Preset } from './preset.ts';

export const apiGateway: Preset = {
  slug: 'api-gateway',
  title: 'One gateway for many clients',
  request: 'Create an API gateway configuration with rate limiting and authentication.',
  state: { answers: {}, pins: {} },
};

import type { Preset } from './preset.ts';

export const outsideCalls: Preset = {
  slug: 'outside-calls',
  title: 'Calls to services of others',
  request: 'Implement circuit breaker and retry patterns for external service integration.',
  state: { answers: {}, pins: {} },
};

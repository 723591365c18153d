import type { Preset } from './preset.ts';

export const observability: Preset = {
  slug: 'observability',
  title: 'Traces and logs over many services',
  request: 'Design observability strategy with distributed tracing and centralized logging.',
  state: { answers: {}, pins: {} },
};

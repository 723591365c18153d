import type { Preset } from './preset.ts';

export const webhookDelivery: Preset = {
  slug: 'webhook-delivery',
  title: 'Webhooks that arrive',
  request: 'Design a webhook delivery system with retry logic and signature verification.',
  state: { answers: {}, pins: {} },
};

import type { Preset } from './preset.ts';

export const orderEvents: Preset = {
  slug: 'order-events',
  title: 'Order processing on Kafka',
  request: 'Plan an event-driven architecture for order processing with Kafka.',
  state: { answers: {}, pins: {} },
};

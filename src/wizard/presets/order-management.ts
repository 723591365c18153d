import type { Preset } from './preset.ts';

export const orderManagement: Preset = {
  slug: 'order-management',
  title: 'An order management API',
  request: 'Design a RESTful API for an e-commerce order management system.',
  state: { answers: {}, pins: {} },
};

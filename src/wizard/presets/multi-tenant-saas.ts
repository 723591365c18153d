import type { Preset } from './preset.ts';

export const multiTenantSaas: Preset = {
  slug: 'multi-tenant-saas',
  title: 'A multi-tenant SaaS platform of services',
  request: 'Create a microservices architecture for a multi-tenant SaaS platform.',
  state: { answers: {}, pins: {} },
};

import { at, deed, optional, ref, state, text } from './word.ts';
import type { Word } from './word.ts';

/** Areas of customers that share a system, of what they may take with them and of who may do what. */
export const tenantWords: readonly Word[] = [
  {
    names: ['tenants', 'tenant', 'tenancy'],
    singular: 'tenant',
    plural: 'tenants',
    fields: [
      text('name', 'Analytical Engines Ltd'),
      text('plan', 'team'),
      text('isolation', 'shared'),
      text('region', 'eu-central'),
      state('provisioning', 'active', 'suspended', 'deleting'),
    ],
    step: deed('open the tenant', 'close the tenant', 'tenant-opened', 'tenant-closed'),
    operations: ['list', 'read', 'create', 'update'],
    writtenBy: 'staff',
  },
  {
    names: ['data exports', 'data export', 'tenant exports'],
    singular: 'data-export',
    plural: 'data-exports',
    fields: [
      text('format', 'application/x-ndjson'),
      optional(at('expiresAt', '2026-04-13T00:00:00Z')),
      state('requested', 'ready', 'expired', 'failed'),
    ],
    step: deed('write the export', 'discard the export', 'export-written', 'export-discarded'),
    operations: ['list', 'read'],
  },
  {
    names: ['access grants', 'grants', 'grant', 'entitlements', 'access rights'],
    singular: 'grant',
    plural: 'grants',
    fields: [
      ref('subjectId'),
      text('resource', 'patient 10042'),
      text('right', 'read'),
      text('reason', 'Treated on ward 3'),
      at('expiresAt', '2026-12-31T00:00:00Z'),
      state('active', 'revoked', 'expired'),
    ],
    step: deed('issue the grant', 'revoke the grant', 'grant-issued', 'grant-revoked'),
    operations: ['list', 'read', 'create', 'remove'],
    writtenBy: 'staff',
  },
];

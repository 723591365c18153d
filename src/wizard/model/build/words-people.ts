import { deed, ref, secret, state, text, whole } from './word.ts';
import type { Word } from './word.ts';

/** Areas of people. */
export const peopleWords: readonly Word[] = [
  {
    names: ['customers', 'customer', 'clients', 'contacts'],
    singular: 'customer',
    plural: 'customers',
    fields: [
      text('name', 'Ada Lovelace'),
      text('email', 'ada@example.com'),
      text('country', 'DE'),
      state('active', 'closed'),
    ],
    step: deed(
      'update the customer',
      'restore the customer',
      'customer-updated',
      'customer-restored',
    ),
  },
  {
    names: ['users', 'user', 'profiles', 'identity', 'user management'],
    singular: 'user',
    plural: 'users',
    fields: [
      text('displayName', 'Ada Lovelace'),
      text('email', 'ada@example.com'),
      text('locale', 'en'),
      state('invited', 'active', 'suspended'),
    ],
    step: deed('activate the user', 'suspend the user', 'user-activated', 'user-suspended'),
  },
  {
    names: ['accounts', 'account'],
    singular: 'account',
    plural: 'accounts',
    fields: [
      text('name', 'Analytical Engines Ltd'),
      text('email', 'office@example.com'),
      state('open', 'closed'),
    ],
    step: deed('update the account', 'restore the account', 'account-updated', 'account-restored'),
  },
  {
    names: ['members', 'member', 'memberships', 'membership', 'teams'],
    singular: 'member',
    plural: 'members',
    fields: [
      ref('workspaceId'),
      ref('userId'),
      text('role', 'editor'),
      state('invited', 'joined', 'left'),
    ],
    step: deed('add the member', 'remove the member', 'member-added', 'member-removed'),
  },
  {
    names: ['workspaces', 'workspace', 'organizations', 'organization'],
    singular: 'workspace',
    plural: 'workspaces',
    fields: [
      text('name', 'Research'),
      ref('ownerId'),
      whole('memberCount', 12),
      state('active', 'archived'),
    ],
    step: deed(
      'open the workspace',
      'archive the workspace',
      'workspace-opened',
      'workspace-archived',
    ),
  },
  {
    names: ['patients', 'patient', 'health records', 'medical records'],
    singular: 'patient',
    plural: 'patients',
    fields: [
      text('number', 'P-10042'),
      secret(text('name', 'Ada Lovelace')),
      secret(text('diagnosis', 'J45.0')),
      state('admitted', 'discharged'),
    ],
    step: deed('update the patient', 'restore the patient', 'patient-updated', 'patient-restored'),
    operations: ['list', 'read', 'create', 'update'],
  },
  {
    names: ['prescriptions', 'prescription', 'medication'],
    singular: 'prescription',
    plural: 'prescriptions',
    fields: [
      ref('patientId'),
      ref('prescriberId'),
      secret(text('medicine', 'Salbutamol 100 micrograms')),
      secret(text('dose', 'Two puffs when needed')),
      state('issued', 'dispensed', 'withdrawn'),
    ],
    step: deed(
      'issue the prescription',
      'withdraw the prescription',
      'prescription-issued',
      'prescription-withdrawn',
    ),
    operations: ['list', 'read', 'create'],
    writtenBy: 'staff',
  },
];

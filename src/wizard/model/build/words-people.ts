import { at, deed, optional, ref, secret, state, text, whole, yes } from './word.ts';
import type { Word } from './word.ts';

/** Areas of people, what they write and what they share. */
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
    names: ['workspaces', 'workspace', 'organizations', 'organization', 'tenants'],
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
    names: ['documents', 'document', 'files', 'pages', 'editing'],
    singular: 'document',
    plural: 'documents',
    fields: [
      text('title', 'Minutes of March'),
      ref('ownerId'),
      whole('revision', 7),
      text('mediaType', 'text/markdown'),
    ],
    step: deed(
      'store the document',
      'restore the document',
      'document-stored',
      'document-restored',
    ),
  },
  {
    names: ['comments', 'comment', 'reviews', 'feedback'],
    singular: 'comment',
    plural: 'comments',
    fields: [
      ref('documentId'),
      ref('authorId'),
      text('body', 'Please check the second table.'),
      yes('resolved'),
    ],
    step: deed('add the comment', 'remove the comment', 'comment-added', 'comment-removed'),
  },
  {
    names: ['messages', 'message', 'chat', 'messaging', 'conversations'],
    singular: 'message',
    plural: 'messages',
    fields: [
      ref('conversationId'),
      ref('authorId'),
      text('body', 'See you at nine.'),
      at('sentAt'),
    ],
    step: deed('post the message', 'withdraw the message', 'message-posted', 'message-withdrawn'),
  },
  {
    names: ['notifications', 'notification', 'notices', 'emails', 'mail'],
    singular: 'notification',
    plural: 'notifications',
    fields: [
      ref('recipientId'),
      text('subject', 'Your order is on its way'),
      text('medium', 'email'),
      state('queued', 'sent', 'failed'),
    ],
    step: deed(
      'send the notification',
      'send a correction',
      'notification-sent',
      'correction-sent',
    ),
    operations: ['list', 'read', 'create'],
    writtenBy: 'machine',
  },
  {
    names: ['sharing', 'shares', 'permissions', 'access'],
    singular: 'share',
    plural: 'shares',
    fields: [
      ref('documentId'),
      ref('granteeId'),
      text('right', 'edit'),
      optional(at('expiresAt', '2026-12-31T00:00:00Z')),
    ],
    step: deed('grant the share', 'revoke the share', 'share-granted', 'share-revoked'),
    operations: ['list', 'read', 'create', 'remove'],
  },
  {
    names: ['presence', 'sessions'],
    singular: 'presence',
    plural: 'presences',
    fields: [ref('userId'), ref('documentId'), state('online', 'idle', 'offline'), at('seenAt')],
    step: deed('mark as present', 'mark as away', 'presence-marked', 'presence-cleared'),
    operations: ['list', 'read', 'update'],
  },
];

import { at, deed, optional, ref, state, text, whole, yes } from './word.ts';
import type { Word } from './word.ts';

/** Areas of what people write, send and share. */
export const contentWords: readonly Word[] = [
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
    names: ['edits', 'edit', 'changes', 'operations'],
    singular: 'edit',
    plural: 'edits',
    fields: [
      ref('documentId'),
      ref('authorId'),
      whole('baseRevision', 7),
      text('change', 'insert 12 "agreed"'),
      state('accepted', 'rebased', 'refused'),
    ],
    step: deed('apply the edit', 'revert the edit', 'edit-applied', 'edit-reverted'),
    operations: ['list', 'read', 'create'],
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

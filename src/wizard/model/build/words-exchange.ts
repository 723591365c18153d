import { at, deed, optional, ref, state, text, whole, yes } from './word.ts';
import type { Word } from './word.ts';

/** Areas of exchange with others, of old systems and of work behind the scenes. */
export const exchangeWords: readonly Word[] = [
  {
    names: ['connections', 'connection', 'connectors', 'integrations'],
    singular: 'connection',
    plural: 'connections',
    fields: [
      text('partner', 'Example Bank'),
      text('protocol', 'SFTP'),
      state('active', 'paused'),
      at('checkedAt'),
    ],
    step: deed(
      'open the connection',
      'close the connection',
      'connection-opened',
      'connection-closed',
    ),
    writtenBy: 'staff',
    readBy: 'staff',
  },
  {
    names: ['mappings', 'mapping', 'transformations', 'rules'],
    singular: 'mapping',
    plural: 'mappings',
    fields: [
      text('name', 'Orders from EDIFACT'),
      text('sourceFormat', 'EDIFACT D.96A'),
      text('targetFormat', 'order v1'),
      whole('revision', 4),
    ],
    step: deed('apply the mapping', 'revert the mapping', 'mapping-applied', 'mapping-reverted'),
    writtenBy: 'staff',
    readBy: 'staff',
  },
  {
    names: ['transfers', 'transfer', 'imports', 'import', 'exports', 'runs', 'jobs'],
    singular: 'transfer',
    plural: 'transfers',
    fields: [
      ref('connectionId'),
      whole('rowCount', 1200),
      state('running', 'done', 'failed'),
      optional(text('failure', 'Row 17: no customer')),
    ],
    step: deed('run the transfer', 'undo the transfer', 'transfer-run', 'transfer-undone'),
    operations: ['list', 'read', 'create'],
  },
  {
    names: ['monitoring', 'checks', 'health'],
    singular: 'check',
    plural: 'checks',
    fields: [
      ref('connectionId'),
      state('passing', 'failing'),
      text('finding', 'Answered in 120 ms'),
      at('checkedAt'),
    ],
    step: deed('record the check', 'void the check', 'check-recorded', 'check-voided'),
    operations: ['list', 'read'],
    writtenBy: 'machine',
    readBy: 'staff',
  },
  {
    names: ['legacy access', 'legacy', 'legacy system'],
    singular: 'legacy-record',
    plural: 'legacy-records',
    fields: [text('legacyKey', 'KD-0004711'), yes('migrated'), at('syncedAt')],
    step: deed(
      'mark as migrated',
      'mark as not migrated',
      'legacy-record-migrated',
      'legacy-record-returned',
    ),
    operations: ['list', 'read', 'update'],
    writtenBy: 'machine',
    readBy: 'staff',
  },
  {
    names: ['tasks', 'task', 'tickets', 'workflow', 'issues', 'projects'],
    singular: 'task',
    plural: 'tasks',
    fields: [
      text('title', 'Check the figures'),
      ref('assigneeId'),
      optional(at('dueAt', '2026-04-01T00:00:00Z')),
      state('open', 'in-progress', 'done'),
    ],
    step: deed('open the task', 'close the task', 'task-opened', 'task-closed'),
  },
  {
    names: ['settings', 'configuration', 'preferences'],
    singular: 'setting',
    plural: 'settings',
    fields: [text('name', 'language'), text('value', 'en'), ref('ownerId')],
    step: deed('change the setting', 'restore the setting', 'setting-changed', 'setting-restored'),
  },
];

import { at, deed, ref, state, text, whole } from './word.ts';
import type { Word } from './word.ts';

/** Areas of devices, and of what is recorded, found and reported. */
export const workWords: readonly Word[] = [
  {
    names: ['devices', 'device', 'sensors', 'machines', 'device registry'],
    singular: 'device',
    plural: 'devices',
    fields: [
      text('serialNumber', 'SN-48-2201'),
      text('model', 'T-200'),
      at('lastSeenAt'),
      state('registered', 'active', 'retired'),
    ],
    step: deed('register the device', 'retire the device', 'device-registered', 'device-retired'),
  },
  {
    names: ['readings', 'reading', 'telemetry', 'measurements', 'events', 'ingestion'],
    singular: 'reading',
    plural: 'readings',
    fields: [
      ref('deviceId'),
      text('quantity', 'temperature'),
      whole('value', 21),
      text('unit', 'Cel'),
      at('takenAt'),
    ],
    step: deed('store the reading', 'void the reading', 'reading-stored', 'reading-voided'),
    operations: ['list', 'read', 'create'],
    writtenBy: 'machine',
  },
  {
    names: ['alerts', 'alert', 'alarms', 'alerting'],
    singular: 'alert',
    plural: 'alerts',
    fields: [
      ref('deviceId'),
      text('rule', 'temperature above 80'),
      state('raised', 'acknowledged', 'closed'),
      at('raisedAt'),
    ],
    step: deed('raise the alert', 'close the alert', 'alert-raised', 'alert-closed'),
  },
  {
    names: ['reports', 'report', 'reporting', 'analytics', 'dashboards'],
    singular: 'report',
    plural: 'reports',
    fields: [
      text('title', 'Sales of March'),
      at('from', '2026-03-01T00:00:00Z'),
      at('until', '2026-03-31T23:59:59Z'),
      state('requested', 'ready', 'failed'),
    ],
    step: deed('build the report', 'discard the report', 'report-built', 'report-discarded'),
    operations: ['list', 'read', 'create', 'remove'],
  },
  {
    names: ['search'],
    singular: 'search-entry',
    plural: 'search-entries',
    fields: [text('title', 'Reading lamp'), text('kind', 'product'), ref('recordId')],
    step: deed('index the entry', 'remove the entry', 'entry-indexed', 'entry-removed'),
    operations: ['list', 'read'],
    writtenBy: 'machine',
  },
  {
    names: ['audit', 'audit log', 'history', 'ledger'],
    singular: 'audit-entry',
    plural: 'audit-entries',
    fields: [
      ref('actorId'),
      text('action', 'order.cancel'),
      text('subject', 'order 4711'),
      at('happenedAt'),
    ],
    step: deed('record the entry', 'record the reversal', 'entry-recorded', 'reversal-recorded'),
    operations: ['list', 'read'],
    writtenBy: 'machine',
    readBy: 'staff',
  },
  {
    names: ['records', 'record', 'data entry', 'entries'],
    singular: 'record',
    plural: 'records',
    fields: [
      text('title', 'Inspection of hall 2'),
      text('note', 'No findings'),
      ref('ownerId'),
      state('draft', 'final', 'archived'),
    ],
    step: deed('save the record', 'restore the record', 'record-saved', 'record-restored'),
  },
];

import { peakReaches } from './conditions.ts';
import { all, any, atLeast, below, chosen, is, not, rulesFor } from './rule.ts';
import { designSources } from './sources-design.ts';

const provable = is('dataKinds', 'provable');

/** Decision 18: whether questions are answered from what is written. */
export const readSideRules = rulesFor('read-side', [
  {
    id: 'read-side/at-once',
    when: is('freshness', 'at-once'),
    effect: { kind: 'veto', alternatives: ['replica', 'projection'] },
    because:
      'Your data has to be {freshness}, and a copy that follows the original lags behind it.',
    tag: 'F',
    pattern: 'data-integration-patterns/data-consistency',
    revisitWhen: 'some screens may show what was true a few seconds ago',
  },
  {
    id: 'read-side/no-provable-history',
    when: not(all(provable, is('messageNeeds', 'replay'))),
    effect: { kind: 'veto', alternatives: ['event-sourcing'] },
    because:
      'Event sourcing pays where history must be provable and past states are computed again; for a mere audit log, a table that is only added to is enough.',
    tag: 'C',
    pattern: 'event-driven-architecture/event-sourcing',
    revisitWhen: 'history must be provable and old events are read again',
  },
  {
    id: 'read-side/history-is-the-data',
    when: provable,
    effect: { kind: 'score', points: { 'event-sourcing': 3 } },
    because:
      'History must be provable, and events that nobody changes are the proof: every state can be computed from them again.',
    tag: 'F',
    pattern: 'event-driven-architecture/event-sourcing',
  },
  {
    id: 'read-side/few-engineers',
    when: below('engineers', 6),
    effect: { kind: 'score', points: { 'event-sourcing': -2, projection: -1 } },
    because: 'You have {engineers}, and a second form of the data is code that somebody maintains.',
    tag: 'C',
  },
  {
    id: 'read-side/busy-reads',
    when: all(peakReaches(1000), atLeast('readsPerWrite', 10)),
    effect: { kind: 'score', points: { replica: 3, projection: 2 } },
    because:
      'At this peak, with {readsPerWrite}, copies of the database can take the reads and leave the original to the writes.',
    tag: 'C',
    pattern: 'performance-optimization/database-optimization',
  },
  {
    id: 'read-side/read-mostly',
    when: all(atLeast('readsPerWrite', 100), peakReaches(100)),
    effect: { kind: 'score', points: { projection: 3, replica: 1 } },
    because:
      'You have {readsPerWrite}: putting a screen together once for each write is a hundred times less work than once for each read.',
    tag: 'C',
    pattern: 'microservices-architecture/cqrs',
  },
  {
    id: 'read-side/another-shape',
    when: is('clientNeeds', 'very-different'),
    effect: { kind: 'score', points: { projection: 2 } },
    because:
      'Clients need {clientNeeds}; what is read often has another shape than what is written.',
    tag: 'S',
    source: designSources.cqrs,
    pattern: 'microservices-architecture/cqrs',
  },
  {
    id: 'read-side/search-in-millions',
    when: is('listLength', 'more'),
    effect: { kind: 'score', points: { projection: 1 } },
    because: 'A list has {listLength}, and people find their way in it by search only.',
    tag: 'C',
    pattern: 'api-design-and-patterns/filtering-and-sorting',
  },
  {
    id: 'read-side/audit-table',
    when: provable,
    effect: {
      kind: 'parameter',
      name: 'auditTable',
      value: 1,
      for: ['same', 'replica', 'projection'],
    },
    because: 'History must be provable, and a row that was overwritten proves nothing.',
    tag: 'F',
    pattern: 'data-integration-patterns/data-access-layer',
  },
  {
    id: 'read-side/keys-to-throw-away',
    when: is('dataKinds', 'personal', 'sensitive'),
    effect: { kind: 'parameter', name: 'keyPerPerson', value: 1, for: ['event-sourcing'] },
    because: 'Events are never changed, and people may demand that their data is deleted.',
    tag: 'F',
    pattern: 'security-patterns/secrets-management',
  },
  {
    id: 'read-side/same-transaction',
    when: any(chosen('sync-or-async', 'synchronous'), is('freshness', 'at-once')),
    effect: {
      kind: 'parameter',
      name: 'viewsInTransaction',
      value: 1,
      for: ['projection', 'event-sourcing'],
    },
    because:
      'Nothing runs after the answer, or nothing may be old: the view changes with the data.',
    tag: 'C',
    pattern: 'data-integration-patterns/cqrs-integration',
  },
]);

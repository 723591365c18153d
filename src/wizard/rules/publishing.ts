import { all, atLeast, below, chosen, is, not, rulesFor } from './rule.ts';
import { designSources } from './sources-design.ts';

/** A broker outside of the database takes messages. */
export const messagesLeave = chosen('broker', 'queue', 'routing-broker', 'log');

/** Decision 17: how a message leaves together with its change. */
export const publishingRules = rulesFor('publishing', [
  {
    id: 'publishing/nothing-leaves',
    when: not(messagesLeave),
    effect: { kind: 'veto', alternatives: ['outbox-poller', 'outbox-cdc'] },
    because:
      'What may wait is a row in the same database, written in the same transaction, and nothing has to be sent on.',
    tag: 'F',
    revisitWhen: 'a broker takes the messages',
  },
  {
    id: 'publishing/no-dual-write',
    when: messagesLeave,
    effect: { kind: 'score', points: { 'outbox-poller': 3, 'outbox-cdc': 3 } },
    because:
      'Writing to the database and then to a broker loses one of the two in every crash between them, and no transaction spans both; an outbox is written with the data and sent afterwards.',
    tag: 'S',
    source: designSources.logTailing,
    pattern: 'event-driven-architecture/message-patterns',
  },
  {
    id: 'publishing/many-messages',
    when: atLeast('messagesPerSecond', 1000),
    effect: { kind: 'score', points: { 'outbox-cdc': 3 } },
    because:
      'At {messagesPerSecond}, asking an outbox table again and again becomes a load of its own; the log of the database has the changes already.',
    tag: 'C',
    pattern: 'data-integration-patterns/event-driven-data-sync',
  },
  {
    id: 'publishing/old-code',
    when: all(is('startFrom', 'monolith'), chosen('migration', 'strangler')),
    effect: { kind: 'score', points: { 'outbox-cdc': 3 } },
    because:
      'The old system goes on changing data and does not publish anything; its changes can be read from the log of its database.',
    tag: 'F',
    pattern: 'data-integration-patterns/event-driven-data-sync',
  },
  {
    id: 'publishing/few-engineers',
    when: below('engineers', 6),
    effect: { kind: 'score', points: { 'outbox-cdc': -2 } },
    because: 'A connector is a system of its own to run, and you have {engineers}.',
    tag: 'C',
  },
  {
    id: 'publishing/watch-the-oldest',
    when: messagesLeave,
    effect: {
      kind: 'parameter',
      name: 'outboxAgeSeconds',
      value: 60,
      for: ['outbox-poller', 'outbox-cdc'],
    },
    because: 'A sender that has stopped is not seen by anybody until somebody misses a message.',
    tag: 'C',
    pattern: 'observability-and-monitoring/alerting',
  },
]);

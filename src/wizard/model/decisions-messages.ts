import { decision } from './decision-kinds.ts';

/** How messages leave a transaction, and how their form changes. */
export const messageDecisions = {
  publishing: decision({
    number: 17,
    title: 'Publishing',
    question: 'How does a message leave together with the change that it tells of?',
    simplestBecause: 'No message leaves, so there is nothing to keep in step with the data.',
    alternatives: {
      none: {
        label: 'nothing is published',
        summary:
          'Work that may wait is a row in the same database, written in the same transaction; nothing leaves for a broker.',
        tradeOff: 'Other deployables cannot hear of a change without asking.',
        revisitWhen: 'a message has to reach a broker or another deployable',
        patterns: ['data-integration-patterns/database-transaction-management'],
        favors: ['simplicity'],
      },
      'outbox-poller': {
        label: 'outbox with a poller',
        summary:
          'The message is a row in an outbox table, written in the same transaction; a process sends what is there and marks it as sent.',
        tradeOff:
          'The poller asks the database several times a second, and after a crash it sends some messages twice.',
        revisitWhen: 'about 1,000 messages a second, or code that you cannot change has to publish',
        patterns: [
          'event-driven-architecture/message-patterns',
          'event-driven-architecture/exactly-once-delivery',
        ],
        favors: ['simplicity'],
      },
      'outbox-cdc': {
        label: 'outbox read by change data capture',
        summary:
          'A connector reads the outbox, or the old system’s tables, from the log of the database and sends each change in its order.',
        tradeOff:
          'The connector is a system of its own, and while it is down the database keeps its log and the disk fills up.',
        revisitWhen: 'the rate falls below what a poller does with ease',
        patterns: [
          'data-integration-patterns/event-driven-data-sync',
          'event-driven-architecture/event-streaming',
        ],
        favors: ['speed', 'scale'],
      },
    },
  }),
  'event-schema': decision({
    number: 21,
    title: 'Event schema',
    question: 'Who sees to it that a new form of a message does not break its readers?',
    simplestBecause:
      'The few who read your messages are released together with those who write them.',
    alternatives: {
      'tolerant-json': {
        label: 'tolerant JSON',
        summary:
          'JSON in an envelope with id, type, time and source; readers take what they know and ignore the rest, and examples are tested on both sides.',
        tradeOff: 'Only review and tests keep somebody from renaming a field that others read.',
        revisitWhen: 'another team reads your events, or old ones are read again',
        patterns: [
          'event-driven-architecture/event-schema-evolution',
          'event-driven-architecture/message-patterns',
        ],
        favors: ['simplicity', 'change'],
      },
      registry: {
        label: 'schema registry',
        summary:
          'Each form of a message is registered, and one that old readers could not read is refused before it is sent.',
        tradeOff:
          'One more system in the path of every release, and a compatibility mode that everybody has to understand.',
        revisitWhen: 'one team writes and reads all messages',
        patterns: [
          'event-driven-architecture/event-schema-evolution',
          'api-contract-and-documentation/contract-testing',
        ],
        favors: ['correctness', 'compliance', 'scale'],
      },
    },
  }),
} as const;

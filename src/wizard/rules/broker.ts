import { messagesFlow, severalDeployables } from './conditions.ts';
import { all, any, atLeast, chosen, is, not, rulesFor } from './rule.ts';
import { sources } from './sources.ts';

/** Decision 20: what carries messages. */
export const brokerRules = rulesFor('broker', [
  {
    id: 'broker/nothing-to-carry',
    when: chosen('sync-or-async', 'synchronous'),
    effect: { kind: 'veto', alternatives: ['queue', 'routing-broker', 'log'] },
    because: 'Callers wait for their answers, so nothing travels as a message yet.',
    tag: 'F',
    revisitWhen: 'something is handled after the answer',
  },
  {
    id: 'broker/no-need-for-a-log',
    when: not(
      any(
        is('messageNeeds', 'replay'),
        all(is('messageNeeds', 'ordered'), atLeast('reactors', 3)),
        atLeast('messagesPerSecond', 100_000),
      ),
    ),
    effect: { kind: 'veto', alternatives: ['log'] },
    because:
      'A log pays when old messages are read again, when three or more parts need them in order, or from about 100,000 messages a second; for jobs it is the wrong tool.',
    tag: 'C',
    pattern: 'event-driven-architecture/event-streaming',
    revisitWhen: 'old messages have to be read again',
  },
  {
    id: 'broker/replay',
    when: is('messageNeeds', 'replay'),
    effect: { kind: 'require', alternative: 'log' },
    because: 'You want to read old messages again, and a log keeps them after they were read.',
    tag: 'S',
    source: sources.kafkaDesign,
    pattern: 'event-driven-architecture/event-streaming',
  },
  {
    id: 'broker/extreme-rate',
    when: all(atLeast('messagesPerSecond', 100_000), messagesFlow),
    effect: { kind: 'require', alternative: 'log' },
    because: 'At {messagesPerSecond}, appending to partitions is what still keeps up.',
    tag: 'C',
    pattern: 'event-driven-architecture/event-streaming',
  },
  {
    id: 'broker/beyond-a-table',
    when: atLeast('messagesPerSecond', 100),
    effect: { kind: 'score', alternatives: ['queue', 'routing-broker', 'log'], points: 2 },
    because:
      'At {messagesPerSecond}, claiming rows one by one begins to compete with the rest of the database.',
    tag: 'C',
    pattern: 'event-driven-architecture/message-queues',
  },
  {
    id: 'broker/several-deployables',
    when: severalDeployables,
    effect: { kind: 'score', alternatives: ['queue', 'routing-broker', 'log'], points: 3 },
    because: 'Another deployable could read a job table only by sharing the database.',
    tag: 'F',
    pattern: 'event-driven-architecture/message-queues',
  },
  {
    id: 'broker/fan-out',
    when: all(severalDeployables, atLeast('reactors', 2)),
    effect: { kind: 'score', alternatives: ['routing-broker', 'log'], points: 2 },
    because: 'You have {reactors}, and each needs its own copy of a message.',
    tag: 'F',
    pattern: 'event-driven-architecture/pub-sub-patterns',
  },
  {
    id: 'broker/wide-fan-out',
    when: all(severalDeployables, atLeast('reactors', 3)),
    effect: { kind: 'score', alternatives: ['log'], points: 2 },
    because: 'You have {reactors}, and in a log a further reader costs the sender nothing.',
    tag: 'S',
    source: sources.kafkaDesign,
    pattern: 'event-driven-architecture/event-streaming',
  },
]);

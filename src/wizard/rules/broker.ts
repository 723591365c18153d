import { messagesFlow, severalDeployables } from './conditions.ts';
import { all, any, atLeast, chosen, is, not, rulesFor } from './rule.ts';
import { sources } from './sources.ts';

/** Old messages are read again by another deployable, or faster than a table is read with ease. */
const replayNeedsLog = all(
  is('messageNeeds', 'replay'),
  any(severalDeployables, atLeast('messagesPerSecond', 100)),
);

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
        replayNeedsLog,
        all(is('messageNeeds', 'ordered'), atLeast('reactors', 3)),
        atLeast('messagesPerSecond', 100_000),
      ),
    ),
    effect: { kind: 'veto', alternatives: ['log'] },
    because:
      'A log pays when several deployables read old messages again, or one does at a real rate, when three or more parts need them in order, or from about 100,000 messages a second; for jobs it is the wrong tool.',
    tag: 'C',
    pattern: 'event-driven-architecture/event-streaming',
    revisitWhen: 'another deployable has to read old messages again',
  },
  {
    id: 'broker/replay',
    when: replayNeedsLog,
    effect: { kind: 'require', alternative: 'log' },
    because: 'You want to read old messages again, and a log keeps them after they were read.',
    tag: 'S',
    source: sources.kafkaDesign,
    pattern: 'event-driven-architecture/event-streaming',
  },
  {
    id: 'broker/replay-from-a-table',
    when: all(is('messageNeeds', 'replay'), not(replayNeedsLog)),
    effect: { kind: 'parameter', name: 'appendOnlyEvents', value: 1 },
    because:
      'In one deployable and at {messagesPerSecond}, a table that is only added to can be read again from any row.',
    tag: 'C',
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
    effect: { kind: 'score', points: { queue: 3, 'routing-broker': 3, log: 3 } },
    because:
      'At {messagesPerSecond}, claiming rows one by one begins to compete with the rest of the database.',
    tag: 'C',
    pattern: 'event-driven-architecture/message-queues',
  },
  {
    id: 'broker/several-deployables',
    when: severalDeployables,
    effect: { kind: 'score', points: { queue: 3, 'routing-broker': 3, log: 3 } },
    because: 'Another deployable could read a job table only by sharing the database.',
    tag: 'F',
    pattern: 'event-driven-architecture/message-queues',
  },
  {
    id: 'broker/fan-out',
    when: all(severalDeployables, atLeast('reactors', 2)),
    effect: { kind: 'score', points: { 'routing-broker': 2, log: 2 } },
    because: 'You have {reactors}, and each needs its own copy of a message.',
    tag: 'F',
    pattern: 'event-driven-architecture/pub-sub-patterns',
  },
  {
    id: 'broker/wide-fan-out',
    when: all(severalDeployables, atLeast('reactors', 3)),
    effect: { kind: 'score', points: { log: 2 } },
    because: 'You have {reactors}, and in a log a further reader costs the sender nothing.',
    tag: 'S',
    source: sources.kafkaDesign,
    pattern: 'event-driven-architecture/event-streaming',
  },
]);

import { callersRepeat, messagesFlow } from './conditions.ts';
import { all, any, is, rulesFor } from './rule.ts';
import { sources } from './sources.ts';

const withKeys = ['key', 'key-and-inbox'] as const;
const withInbox = ['inbox', 'key-and-inbox'] as const;

/** Decision 31: what happens when something comes twice. */
export const idempotencyRules = rulesFor('idempotency', [
  {
    id: 'idempotency/callers-repeat',
    when: callersRepeat,
    effect: { kind: 'require', alternative: 'key' },
    because:
      'You have {clients}: when an answer does not arrive, a program or an app asks again by itself, and it cannot know whether the first request was carried out.',
    tag: 'F',
    pattern: 'resilience-and-fault-tolerance/idempotency',
  },
  {
    id: 'idempotency/money',
    when: is('dataKinds', 'sensitive'),
    effect: { kind: 'require', alternative: 'key' },
    because: 'You have {dataKinds}, and a payment that happens twice is not mended by an apology.',
    tag: 'F',
    pattern: 'resilience-and-fault-tolerance/idempotency',
  },
  {
    id: 'idempotency/messages',
    when: messagesFlow,
    effect: { kind: 'require', alternative: 'inbox' },
    because:
      'Messages and jobs are delivered at least once: after a crash between the work and its acknowledgment the same one comes again.',
    tag: 'F',
    pattern: 'event-driven-architecture/exactly-once-delivery',
  },
  {
    id: 'idempotency/both',
    when: all(messagesFlow, any(callersRepeat, is('dataKinds', 'sensitive'))),
    effect: { kind: 'require', alternative: 'key-and-inbox' },
    because:
      'Requests are repeated by their callers and messages by what carries them; an inbox does not see the first kind, and a key does not reach the second.',
    tag: 'F',
    pattern: 'resilience-and-fault-tolerance/idempotency',
  },
  {
    id: 'idempotency/a-draft',
    when: any(callersRepeat, is('dataKinds', 'sensitive')),
    effect: { kind: 'parameter', name: 'draftHeader', value: 1, for: withKeys },
    because:
      'The header Idempotency-Key is a draft of the IETF, not a standard: what it means with you has to stand in your own contract.',
    tag: 'S',
    source: sources.idempotencyKeyDraft,
    pattern: 'resilience-and-fault-tolerance/idempotency',
  },
  {
    id: 'idempotency/key-life',
    when: any(callersRepeat, is('dataKinds', 'sensitive')),
    effect: { kind: 'parameter', name: 'keyHours', value: 24, for: withKeys },
    because: 'Whoever has not asked again after a day will ask a person.',
    tag: 'C',
    pattern: 'resilience-and-fault-tolerance/idempotency',
  },
  {
    id: 'idempotency/inbox-life',
    when: messagesFlow,
    effect: { kind: 'parameter', name: 'inboxDays', value: 14, for: withInbox },
    because:
      'An id has to be known for longer than a message can wait, dead letters that somebody sends again included.',
    tag: 'C',
    pattern: 'event-driven-architecture/exactly-once-delivery',
  },
]);

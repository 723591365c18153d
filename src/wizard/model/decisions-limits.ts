import { decision } from './decision-kinds.ts';

/** How many calls are too many, and what a repeated one does. */
export const limitDecisions = {
  'rate-limiting': decision({
    number: 29,
    title: 'Rate limiting',
    question: 'Whose calls are counted, and what happens when there are too many?',
    simplestBecause:
      'A limit for each address needs no knowledge of the caller, and keeps one script from taking all the capacity.',
    alternatives: {
      'per-address': {
        label: 'per address at the edge',
        summary:
          'The edge counts requests of each network address and answers 429 with Retry-After when there are too many.',
        tradeOff:
          'An office behind one address shares one limit, and whoever has many addresses has many limits.',
        revisitWhen: 'callers carry a key or a name of their own, or an office complains',
        patterns: ['security-patterns/rate-limiting', 'security-patterns/ddos-protection'],
        favors: ['simplicity'],
      },
      'per-key': {
        label: 'token bucket per caller',
        summary:
          'Each known caller has a bucket that fills at a fixed rate: short bursts pass, and an empty bucket answers 429 with Retry-After.',
        tradeOff:
          'Each request has to be known before it is counted, so strangers still need a limit per address in front.',
        revisitWhen: 'several callers belong to one customer, or callers pay for an amount',
        patterns: ['security-patterns/rate-limiting', 'security-patterns/api-throttling'],
        favors: ['uptime'],
      },
      'per-tenant': {
        label: 'shared limits and quotas per customer',
        summary:
          'All replicas count in one store: a rate and a monthly quota for each customer, and a limit per caller within it.',
        tradeOff:
          'A shared counter is one more thing in the path of each request; when it is down, each replica has to count by itself.',
        revisitWhen: 'no customer comes near its quota, and none disturbs another',
        patterns: [
          'security-patterns/api-throttling',
          'security-patterns/rate-limiting',
          'api-gateway-and-load-balancing/traffic-management',
        ],
        favors: ['uptime', 'scale'],
      },
    },
  }),
  idempotency: decision({
    number: 31,
    title: 'Idempotency',
    question: 'What happens when the same request or message comes twice?',
    simplestBecause:
      'Only your own web app calls, and it can be written so that a repeated request changes nothing.',
    alternatives: {
      natural: {
        label: 'by design of the operations',
        summary:
          'PUT and DELETE name what they change, and a unique constraint refuses a second row; nothing else is sent twice.',
        tradeOff:
          'An operation that cannot be written like that must not be repeated, so its caller is left without an answer after a timeout.',
        revisitWhen: 'somebody else’s program calls, a retry could cost money, or messages appear',
        patterns: ['resilience-and-fault-tolerance/idempotency'],
        favors: ['simplicity'],
      },
      key: {
        label: 'idempotency keys',
        summary:
          'The caller sends a key of its own with each POST; key and answer are stored in the same transaction, and a repeat gets the stored answer.',
        tradeOff:
          'One more row for each request, and the header Idempotency-Key is an IETF draft, not a standard yet.',
        revisitWhen: 'no caller ever repeats a POST',
        patterns: [
          'resilience-and-fault-tolerance/idempotency',
          'resilience-and-fault-tolerance/retry-patterns',
        ],
        favors: ['correctness', 'uptime'],
      },
      inbox: {
        label: 'an inbox at each consumer',
        summary:
          'Each consumer stores the id of a message in the transaction in which it handles it, and skips a message whose id it knows.',
        tradeOff:
          'One more table for each consumer, whose rows have to be kept longer than a message can be delivered again.',
        revisitWhen: 'no messages are left, or every handler is idempotent by itself',
        patterns: [
          'resilience-and-fault-tolerance/idempotency',
          'event-driven-architecture/exactly-once-delivery',
        ],
        favors: ['correctness'],
      },
      'key-and-inbox': {
        label: 'keys at the API and an inbox at each consumer',
        summary:
          'Callers send a key with each POST, and consumers remember the ids of the messages that they have handled.',
        tradeOff: 'Both tables have to be written, kept for their time and cleaned up.',
        revisitWhen: 'no caller repeats a POST, or no messages are left',
        patterns: [
          'resilience-and-fault-tolerance/idempotency',
          'event-driven-architecture/exactly-once-delivery',
          'resilience-and-fault-tolerance/retry-patterns',
        ],
        favors: ['correctness'],
      },
    },
  }),
} as const;

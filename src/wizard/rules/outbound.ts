import { atLeast, is, not, rulesFor } from './rule.ts';

const othersAreNotified = is('interaction', 'notify');

/** Decision 8: how other companies learn that something has happened. */
export const outboundRules = rulesFor('outbound', [
  {
    id: 'outbound/nobody-to-tell',
    when: not(othersAreNotified),
    effect: { kind: 'veto', alternatives: ['webhooks', 'feed'] },
    because: 'You did not say that other companies have to be told of anything.',
    tag: 'F',
    revisitWhen: 'a partner asks for the same thing every minute',
  },
  {
    id: 'outbound/notify',
    when: othersAreNotified,
    effect: { kind: 'score', points: { webhooks: 3, feed: 1 } },
    because:
      'Other companies have to be told, and a request to an address that they registered is what all of them can take.',
    tag: 'F',
    pattern: 'api-design-and-patterns/webhook-patterns',
  },
  {
    id: 'outbound/read-again',
    when: is('messageNeeds', 'replay'),
    effect: { kind: 'score', points: { feed: 3 } },
    because: 'Old messages are read again, and from a feed each receiver does that by itself.',
    tag: 'F',
    pattern: 'event-driven-architecture/event-streaming',
  },
  {
    id: 'outbound/in-order',
    when: is('messageNeeds', 'ordered'),
    effect: { kind: 'score', points: { feed: 2 } },
    because:
      'Order has to be kept, and a notice that is repeated arrives after its successors; a feed has one order.',
    tag: 'F',
    pattern: 'event-driven-architecture/message-patterns',
  },
  {
    id: 'outbound/many',
    when: atLeast('messagesPerSecond', 1000),
    effect: { kind: 'score', points: { feed: 3 } },
    because:
      'At {messagesPerSecond}, a request for each notice would be a load test of other people’s servers; from a feed they take hundreds at once.',
    tag: 'C',
    pattern: 'resilience-and-fault-tolerance/backpressure',
  },
  {
    id: 'outbound/signed',
    when: othersAreNotified,
    effect: { kind: 'parameter', name: 'signedNotices', value: 1, for: ['webhooks'] },
    because: 'Anybody can send a request to a receiver’s address, so a notice has to prove itself.',
    tag: 'F',
    pattern: 'api-design-and-patterns/webhook-patterns',
  },
  {
    id: 'outbound/public-addresses-only',
    when: othersAreNotified,
    effect: { kind: 'parameter', name: 'publicAddressesOnly', value: 1, for: ['webhooks'] },
    because:
      'You call an address that somebody else typed, and it may point into your own network.',
    tag: 'F',
    pattern: 'security-patterns/api-security',
  },
  {
    id: 'outbound/repeat-for-a-day',
    when: othersAreNotified,
    effect: { kind: 'parameter', name: 'noticeHours', value: 24, for: ['webhooks'] },
    because:
      'An outage of theirs lasts hours; after a day a person has to look, and turns the address off.',
    tag: 'C',
    pattern: 'asynchronous-processing/job-retry',
  },
  {
    id: 'outbound/kept-for-a-month',
    when: othersAreNotified,
    effect: { kind: 'parameter', name: 'feedDays', value: 30, for: ['feed'] },
    because: 'A receiver that was away for its holidays should still find its place.',
    tag: 'C',
  },
]);

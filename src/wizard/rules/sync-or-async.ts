import { callsOutside, mayBeLate, promiseTooLow, severalDeployables } from './conditions.ts';
import { all, atLeast, chosen, is, rulesFor } from './rule.ts';

/** Decision 6: does the caller wait until all is done. */
export const syncOrAsyncRules = rulesFor('sync-or-async', [
  {
    id: 'sync-or-async/at-once',
    when: is('freshness', 'at-once'),
    effect: { kind: 'veto', alternatives: ['event-driven'] },
    because:
      'Your data has to be {freshness}, and what reacts to an event is right a little later.',
    tag: 'F',
    pattern: 'data-integration-patterns/data-consistency',
    revisitWhen: 'some data may be right a few seconds later',
  },
  {
    id: 'sync-or-async/answer-now',
    when: is('messageNeeds', 'answer-now'),
    effect: { kind: 'veto', alternatives: ['event-driven'] },
    because: 'The caller needs the outcome in the answer, and an event has no answer.',
    tag: 'F',
  },
  {
    id: 'sync-or-async/slow-job',
    when: is('longestJob', 'under-30s'),
    effect: { kind: 'score', points: { 'answer-then-work': 2 } },
    because:
      'A job can take more than two seconds: people leave and proxies close connections, so the answer says “accepted” and the job runs behind it.',
    tag: 'C',
    pattern: 'asynchronous-processing/long-running-operations',
  },
  {
    id: 'sync-or-async/long-job',
    when: atLeast('longestJob', 'minutes'),
    effect: { kind: 'score', points: { 'answer-then-work': 3 } },
    because:
      'A job takes {longestJob}, and no request stays open that long: the answer says “accepted” and the job runs behind it.',
    tag: 'F',
    pattern: 'asynchronous-processing/long-running-operations',
  },
  {
    id: 'sync-or-async/flow-of-hours',
    when: is('actionShape', 'lasts-hours'),
    effect: { kind: 'score', points: { 'answer-then-work': 3 } },
    because: 'You have {actionShape}: it waits for people or other companies, and no caller does.',
    tag: 'F',
    pattern: 'asynchronous-processing/long-running-operations',
  },
  {
    id: 'sync-or-async/reactors',
    when: all(atLeast('reactors', 2), mayBeLate),
    effect: { kind: 'score', points: { 'answer-then-work': 2 } },
    because:
      'You have {reactors}; if the caller waited for all of them, the slowest would set the time and any of them could fail the request.',
    tag: 'F',
    pattern: 'event-driven-architecture/message-patterns',
  },
  {
    id: 'sync-or-async/chain-of-services',
    when: all(severalDeployables, mayBeLate, atLeast('availability', '99.9')),
    effect: { kind: 'score', points: { 'answer-then-work': 2 } },
    because:
      'A chain of calls is up only while all of its parts are up, which is hard to reconcile with {availability}; your data may be {freshness}.',
    tag: 'F',
    pattern: 'microservices-architecture/service-communication',
  },
  {
    id: 'sync-or-async/finish-later',
    when: all(callsOutside, is('whenDown', 'queue')),
    effect: { kind: 'score', points: { 'answer-then-work': 3, 'event-driven': 3 } },
    because: 'While an outside system is down you want to take the request and finish it later.',
    tag: 'F',
    pattern: 'resilience-and-fault-tolerance/graceful-degradation',
  },
  {
    id: 'sync-or-async/promise-too-low',
    when: all(callsOutside, mayBeLate, promiseTooLow),
    effect: { kind: 'score', points: { 'answer-then-work': 3 } },
    because:
      'What you call outside may be down {outsideShare}, and {availability} leaves {budget}: whoever waits inherits that downtime.',
    tag: 'F',
    pattern: 'resilience-and-fault-tolerance/graceful-degradation',
  },
  {
    id: 'sync-or-async/notify',
    when: is('interaction', 'notify'),
    effect: { kind: 'score', points: { 'answer-then-work': 3 } },
    because:
      'Servers of other companies are slow or down some of the time; a notice that is sent later and retried does not hold up your own answer.',
    tag: 'F',
    pattern: 'api-design-and-patterns/webhook-patterns',
  },
  {
    id: 'sync-or-async/bulk',
    when: is('interaction', 'bulk'),
    effect: { kind: 'score', points: { 'answer-then-work': 3 } },
    because: 'An import or export is a job with a status, not a request that somebody waits for.',
    tag: 'F',
    pattern: 'asynchronous-processing/batch-processing',
  },
  {
    id: 'sync-or-async/replay',
    when: is('messageNeeds', 'replay'),
    effect: { kind: 'score', points: { 'answer-then-work': 2, 'event-driven': 3 } },
    because: 'You want to read old messages again, so what happens has to be written as messages.',
    tag: 'F',
    pattern: 'event-driven-architecture/event-driven-microservices',
  },
  {
    id: 'sync-or-async/many-reactors',
    when: atLeast('reactors', 3),
    effect: { kind: 'score', points: { 'event-driven': 3 } },
    because: 'You have {reactors}; with events a further one joins without a change to the sender.',
    tag: 'F',
    pattern: 'event-driven-architecture/pub-sub-patterns',
  },
  {
    id: 'sync-or-async/many-messages',
    when: atLeast('messagesPerSecond', 1000),
    effect: { kind: 'score', points: { 'event-driven': 1 } },
    because: 'At {messagesPerSecond}, readers should take messages at their own pace.',
    tag: 'C',
    pattern: 'resilience-and-fault-tolerance/backpressure',
  },
  {
    id: 'sync-or-async/minutes',
    when: is('freshness', 'minutes'),
    effect: { kind: 'score', points: { 'event-driven': 1 } },
    because: 'Your data only has to be {freshness}.',
    tag: 'C',
  },
  {
    id: 'sync-or-async/microservices',
    when: chosen('style', 'microservices'),
    effect: { kind: 'score', points: { 'event-driven': 1 } },
    because: 'Many small services that call each other fail together; events keep them apart.',
    tag: 'F',
  },
]);

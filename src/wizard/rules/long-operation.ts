import { messagesFlow } from './conditions.ts';
import { all, any, atLeast, chosen, is, not, rulesFor } from './rule.ts';
import { designSources } from './sources-design.ts';

const takesLong = any(
  atLeast('longestJob', 'under-30s'),
  is('interaction', 'bulk'),
  is('actionShape', 'lasts-hours'),
);

const later = { status: 3, 'status-and-webhook': 3 } as const;

/** Decision 23: what a client gets while its work is still running. */
export const longOperationRules = rulesFor('long-operation', [
  {
    id: 'long-operation/no-webhooks',
    when: not(all(chosen('outbound', 'webhooks'), takesLong)),
    effect: { kind: 'veto', alternatives: ['status-and-webhook'] },
    because:
      'You send no webhooks, or nothing takes long; sending them for this alone would cost all that webhooks cost.',
    tag: 'C',
    revisitWhen: 'programs of others wait for results for hours',
  },
  {
    id: 'long-operation/long-job',
    when: all(messagesFlow, atLeast('longestJob', 'under-30s')),
    effect: { kind: 'score', points: later },
    because:
      'A job takes {longestJob}, longer than a connection should stay open: the answer is 202 with the address of a status.',
    tag: 'S',
    source: designSources.asyncRequestReply,
    pattern: 'asynchronous-processing/long-running-operations',
  },
  {
    id: 'long-operation/bulk',
    when: all(messagesFlow, is('interaction', 'bulk')),
    effect: { kind: 'score', points: later },
    because:
      'An import or export has a progress and a list of rows that failed, and both need an address.',
    tag: 'F',
    pattern: 'asynchronous-processing/batch-processing',
  },
  {
    id: 'long-operation/flow-of-hours',
    when: all(messagesFlow, is('actionShape', 'lasts-hours')),
    effect: { kind: 'score', points: later },
    because: 'You have {actionShape}, and whoever started it wants to know how far it is.',
    tag: 'F',
    pattern: 'asynchronous-processing/progress-tracking',
  },
  {
    id: 'long-operation/programs-wait',
    when: is('clients', 'partners', 'internal'),
    effect: { kind: 'score', points: { 'status-and-webhook': 3 } },
    because:
      'Programs wait for the result, and you send webhooks anyway: one more saves thousands of questions.',
    tag: 'C',
    pattern: 'api-design-and-patterns/webhook-patterns',
  },
  {
    id: 'long-operation/ask-again-in',
    when: takesLong,
    effect: {
      kind: 'parameter',
      name: 'askAgainSeconds',
      value: 5,
      for: ['status', 'status-and-webhook'],
    },
    because: 'Clients that are not told when to ask again ask all the time.',
    tag: 'C',
    pattern: 'asynchronous-processing/progress-tracking',
  },
  {
    id: 'long-operation/kept-for',
    when: takesLong,
    effect: {
      kind: 'parameter',
      name: 'operationHours',
      value: 24,
      for: ['status', 'status-and-webhook'],
    },
    because: 'A client that was away should still find its result, and nobody needs it forever.',
    tag: 'C',
  },
]);

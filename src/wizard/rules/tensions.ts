import { callsOutside, promiseTooLow } from './conditions.ts';
import { all, atLeast, below, chosen, is, not } from './rule.ts';
import type { TensionRule } from './rule.ts';

/** Wishes that do not fit together. */
export const tensionRules: readonly TensionRule[] = [
  {
    id: 'tension/four-nines-asleep',
    when: all(atLeast('availability', '99.99'), not(is('running', 'on-call'))),
    title: 'Four nines and nobody on call',
    text: '99.99 % leaves 4 min 23 s a month, less than it takes to wake somebody up. Four or more people have to share an on-call rota, or the target has to fall.',
    relax: ['availability', 'running'],
  },
  {
    id: 'tension/too-few-for-nights',
    when: all(is('availability', '99.95'), below('engineers', 4)),
    title: 'Too few people for the nights',
    text: '99.95 % leaves 21 min 55 s a month, and {engineers} cannot be on call day and night.',
    relax: ['availability', 'engineers'],
  },
  {
    id: 'tension/right-at-once-across-databases',
    when: all(
      is('freshness', 'at-once'),
      atLeast('participants', 2),
      chosen('data-ownership', 'database-per-service'),
    ),
    title: 'Right at once, in several databases',
    text: 'One action changes data in several databases, and no saga makes them all right at the same moment. Let the data be right within seconds, or keep those parts in one database.',
    relax: ['freshness', 'participants'],
  },
  {
    id: 'tension/promise-too-low',
    when: all(callsOutside, is('whenDown', 'fail'), promiseTooLow),
    title: 'An outside system promises too little',
    text: 'You promise {availability}, an outside system promises {outsideAvailability}, and you fail with it: its downtime is yours, and it alone uses up your budget. Choose what to answer while it is down, or lower the target.',
    relax: ['whenDown', 'availability', 'outsideAvailability'],
  },
  {
    id: 'tension/kubernetes-with-few',
    when: all(is('runsOn', 'kubernetes'), not(chosen('platform', 'kubernetes'))),
    title: 'A cluster and too few people for it',
    text: 'You run on Kubernetes, and the rules advise against it for {engineers}. Let a provider run the cluster, or move to something smaller.',
    relax: ['runsOn', 'engineers', 'running'],
  },
  {
    id: 'tension/services-to-merge',
    when: all(is('startFrom', 'services'), chosen('style', 'modular-monolith')),
    title: 'More services than people',
    text: 'You run services today, and for {engineers} one deployable is advised. Merge them step by step, beginning with those that are always released together.',
    relax: ['engineers', 'startFrom'],
  },
  {
    id: 'tension/fresh-and-stale',
    when: all(is('freshness', 'at-once'), atLeast('staleness', 'seconds')),
    title: 'Right at once, yet allowed to be old',
    text: 'Data has to be right at once, and {staleness} are allowed. Both can hold only for different operations: cache what is merely shown, never what a decision is based on.',
    relax: ['staleness', 'freshness'],
  },
];

import {
  actionAcrossDeployables,
  nobodyRunsKubernetes,
  promiseTooLow,
  tooFewForKubernetes,
} from './conditions.ts';
import { all, any, atLeast, below, chosen, is, not, reaches } from './rule.ts';
import type { TensionRule } from './rule.ts';
import { designTensions } from './tensions-design.ts';
import { constraintTensions } from './constraints.ts';
import { loadTensions } from './tensions-load.ts';

const peopleTensions: readonly TensionRule[] = [
  {
    id: 'tension/four-nines-asleep',
    when: all(atLeast('availability', '99.99'), not(is('running', 'on-call'))),
    title: 'Four nines and nobody on call',
    text: '{availability} leaves {budget}, less than it takes to wake somebody up. Four or more people have to share an on-call rotation, or the target has to fall.',
    relax: ['availability', 'running'],
  },
  {
    id: 'tension/too-few-for-nights',
    when: all(is('availability', '99.95'), below('engineers', 4)),
    title: 'Too few people for the nights',
    text: '{availability} leaves {budget}, and {engineers} cannot be on call day and night.',
    relax: ['availability', 'engineers'],
  },
  {
    id: 'tension/small-teams',
    when: all(atLeast('teams', 2), not(reaches('teamSize', 3))),
    title: 'More teams than people to fill them',
    text: 'You have {engineers} and {teams}. Under three people a team cannot build, release and repair a part of its own, so the rules count only as many teams as could have three.',
    relax: ['teams', 'engineers'],
  },
  {
    id: 'tension/kubernetes-with-few',
    when: all(
      is('runsOn', 'kubernetes'),
      not(chosen('platform', 'kubernetes')),
      any(tooFewForKubernetes, nobodyRunsKubernetes),
    ),
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
    id: 'tension/log-with-few',
    when: all(chosen('broker', 'log'), below('engineers', 6)),
    title: 'An event log and too few people for it',
    text: 'An event log wants its partitions, retention and lag looked after, and you have {engineers}. Rent it, or do without reading old messages again.',
    relax: ['messageNeeds', 'messagesPerSecond', 'engineers'],
  },
];

const wishTensions: readonly TensionRule[] = [
  {
    id: 'tension/right-at-once-across-services',
    when: all(is('freshness', 'at-once'), actionAcrossDeployables),
    title: 'Right at once, in several services',
    text: 'You have {participants}, released apart, and no saga makes them all right at the same moment. Merge the parts that this action changes into one deployable, where one transaction is enough, or let the data be right within seconds.',
    relax: ['participants', 'freshness'],
  },
  {
    id: 'tension/promise-too-low',
    when: all(is('whenDown', 'fail'), promiseTooLow),
    title: 'What you wait for promises too little',
    text: 'You promise {availability}, which leaves {budget}. You call {outsideCalls}, and what you fail with may be down {outsideShare} by its own promise, without any fault of yours. Choose what to answer while one is down, or lower the target.',
    relax: ['whenDown', 'availability', 'outsideAvailability', 'outsideCalls'],
  },
  {
    id: 'tension/fresh-and-stale',
    when: all(is('freshness', 'at-once'), atLeast('staleness', 'seconds')),
    title: 'Right at once, yet allowed to be old',
    text: 'Data has to be right at once, and {staleness} are allowed. Both can hold only for different operations: cache what is merely shown, never what a decision is based on.',
    relax: ['staleness', 'freshness'],
  },
  {
    id: 'tension/private-and-open',
    when: all(
      is('dataKinds', 'personal', 'sensitive', 'provable'),
      chosen('authentication', 'none'),
    ),
    title: 'Private data and nobody signs in',
    text: 'You have {dataKinds}, and whoever reaches the system can call every operation. Let people or programs sign in, or keep such data out.',
    relax: ['signIn', 'dataKinds'],
  },
];

/** Wishes that do not fit together. */
export const tensionRules: readonly TensionRule[] = [
  ...peopleTensions,
  ...wishTensions,
  ...loadTensions,
  ...designTensions,
  ...constraintTensions,
];

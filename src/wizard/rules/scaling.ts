import { highPeaks, messagesFlow, peakReaches, severalDeployables } from './conditions.ts';
import { all, any, atLeast, chosen, is, reaches, rulesFor } from './rule.ts';

/** What grows by more replicas, workers included. */
const growing = ['horizontal', 'queue-depth'] as const;

/** Decision 38: what happens when more comes in. */
export const scalingRules = rulesFor('scaling', [
  {
    id: 'scaling/no-queue',
    when: chosen('sync-or-async', 'synchronous'),
    effect: { kind: 'veto', alternatives: ['queue-depth'] },
    because: 'Callers wait for their answers, so no queue shows how much is left to do.',
    tag: 'F',
    revisitWhen: 'something is handled after the answer',
  },
  {
    id: 'scaling/peaks',
    when: highPeaks,
    effect: { kind: 'score', points: { horizontal: 3, 'queue-depth': 3 } },
    because:
      'Your load has peaks of {peakTimes}: sized for them, most of the capacity would idle most of the time.',
    tag: 'F',
    pattern: 'performance-optimization/horizontal-scaling',
  },
  {
    id: 'scaling/busy',
    when: peakReaches(1000),
    effect: { kind: 'score', points: { horizontal: 3, 'queue-depth': 3 } },
    because:
      'From 1,000 requests a second you run several replicas anyway, and what they need differs between day and night.',
    tag: 'C',
    pattern: 'performance-optimization/horizontal-scaling',
  },
  {
    id: 'scaling/growth',
    when: reaches('growth', 10),
    effect: { kind: 'score', points: { horizontal: 2, 'queue-depth': 2 } },
    because: 'In a year the peak is {growth}, and larger machines end before that.',
    tag: 'C',
    pattern: 'performance-optimization/horizontal-scaling',
  },
  {
    id: 'scaling/several-deployables',
    when: severalDeployables,
    effect: { kind: 'score', points: { horizontal: 1, 'queue-depth': 1 } },
    because: 'Several deployables seldom have their peaks together, and each can grow by itself.',
    tag: 'C',
    pattern: 'performance-optimization/horizontal-scaling',
  },
  {
    id: 'scaling/slow-work',
    when: any(atLeast('longestJob', 'minutes'), is('interaction', 'bulk')),
    effect: { kind: 'score', points: { 'queue-depth': 2 } },
    because:
      'Long jobs or imports wait in a queue, and how busy the processors are says little about how long they wait.',
    tag: 'F',
    pattern: 'asynchronous-processing/background-jobs',
  },
  {
    id: 'scaling/many-messages',
    when: atLeast('messagesPerSecond', 100),
    effect: { kind: 'score', points: { 'queue-depth': 3 } },
    because:
      'At {messagesPerSecond}, a pause of one minute leaves thousands of messages, and only more workers catch up.',
    tag: 'C',
    pattern: 'resilience-and-fault-tolerance/backpressure',
  },
  {
    id: 'scaling/own-machines',
    when: chosen('platform', 'own-hosts'),
    effect: { kind: 'score', points: { horizontal: -2, 'queue-depth': -2 } },
    because: 'On your own hosts a new replica needs a machine that is already there and paid for.',
    tag: 'F',
    pattern: 'performance-optimization/vertical-scaling',
  },
  {
    id: 'scaling/stateless',
    when: all(),
    effect: { kind: 'parameter', name: 'stateless', value: 1 },
    because:
      'Each replica can be replaced at any moment, so sessions, files and counters live in a store that all of them share.',
    tag: 'F',
    pattern: 'performance-optimization/horizontal-scaling',
  },
  {
    id: 'scaling/busy-percent',
    when: all(),
    effect: { kind: 'parameter', name: 'busyPercent', value: 70, for: growing },
    because: 'Above about 70 %, waiting times grow much faster than the load.',
    tag: 'C',
    pattern: 'performance-optimization/horizontal-scaling',
  },
  {
    id: 'scaling/most-replicas',
    when: all(),
    effect: { kind: 'parameter', name: 'mostTimesPeak', value: 2, for: growing },
    because: 'A mistake or an attack must not grow without an end, nor must the bill.',
    tag: 'C',
    pattern: 'performance-optimization/horizontal-scaling',
  },
  {
    id: 'scaling/slowly-down',
    when: all(),
    effect: { kind: 'parameter', name: 'scaleDownMinutes', value: 10, for: growing },
    because: 'What shrinks too early grows again at once, and each time something is cold.',
    tag: 'C',
    pattern: 'performance-optimization/horizontal-scaling',
  },
  {
    id: 'scaling/connections',
    when: all(),
    effect: { kind: 'parameter', name: 'poolsFitDatabase', value: 1, for: growing },
    because: 'Each new replica opens its own connections, and the database has a limit for all.',
    tag: 'F',
    pattern: 'performance-optimization/connection-pooling',
  },
  {
    id: 'scaling/oldest-message',
    when: messagesFlow,
    effect: { kind: 'parameter', name: 'oldestMessageSeconds', value: 30, for: ['queue-depth'] },
    because:
      'How long the oldest message has waited is what somebody notices, not how many there are.',
    tag: 'C',
    pattern: 'asynchronous-processing/background-jobs',
  },
]);

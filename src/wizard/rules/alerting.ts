import { atLeast, below, is, not, all, reaches, rulesFor } from './rule.ts';
import { sources } from './sources.ts';

const always = all();

/** Decision 35: when somebody is told. */
export const alertingRules = rulesFor('alerting', [
  {
    id: 'alerting/few-requests',
    when: below('peakNow', 5),
    effect: { kind: 'veto', alternatives: ['burn-rate'] },
    because:
      'You have {peakNow}: at night a single failed request would already burn the budget many times too fast.',
    tag: 'C',
    pattern: 'observability-and-monitoring/alerting',
    revisitWhen: 'the peak passes five requests a second, or a probe adds steady traffic',
  },
  {
    id: 'alerting/target',
    when: atLeast('availability', '99.9'),
    effect: { kind: 'score', points: { 'burn-rate': 2 } },
    because:
      '{availability} leaves {budget}; how fast it is used up says what is urgent better than any threshold.',
    tag: 'S',
    source: sources.sreAlerting,
    pattern: 'observability-and-monitoring/alerting',
  },
  {
    id: 'alerting/little-downtime',
    when: atLeast('availability', '99.95'),
    effect: { kind: 'score', points: { 'burn-rate': 2 } },
    because:
      'With {budget} a sharp outage has to be known within minutes, and a slight one must not be missed either.',
    tag: 'C',
    pattern: 'observability-and-monitoring/alerting',
  },
  {
    id: 'alerting/on-call',
    when: is('running', 'on-call'),
    effect: { kind: 'score', points: { 'burn-rate': 2 } },
    because: 'People are on call, and what wakes them should be worth it.',
    tag: 'F',
    pattern: 'observability-and-monitoring/alerting',
  },
  {
    id: 'alerting/several-teams',
    when: reaches('fullTeams', 2),
    effect: { kind: 'score', points: { 'burn-rate': 1 } },
    because: 'You have {fullTeams}, and a budget for each part says whose turn it is.',
    tag: 'C',
  },
  {
    id: 'alerting/fast-burn',
    when: always,
    effect: { kind: 'parameter', name: 'burnRateFast', value: 14.4, for: ['burn-rate'] },
    because: 'At 14.4 times the allowed rate, one hour uses up 2 % of a month’s budget.',
    tag: 'S',
    source: sources.sreAlerting,
    pattern: 'observability-and-monitoring/alerting',
  },
  {
    id: 'alerting/medium-burn',
    when: always,
    effect: { kind: 'parameter', name: 'burnRateMedium', value: 6, for: ['burn-rate'] },
    because: 'At 6 times the allowed rate, six hours use up 5 % of a month’s budget.',
    tag: 'S',
    source: sources.sreAlerting,
    pattern: 'observability-and-monitoring/alerting',
  },
  {
    id: 'alerting/slow-burn',
    when: always,
    effect: { kind: 'parameter', name: 'burnRateSlow', value: 1, for: ['burn-rate'] },
    because: 'At the allowed rate, three days use up 10 % of a month’s budget.',
    tag: 'S',
    source: sources.sreAlerting,
    pattern: 'observability-and-monitoring/alerting',
  },
  {
    id: 'alerting/error-threshold',
    when: always,
    effect: { kind: 'parameter', name: 'errorPercent', value: 5, for: ['threshold'] },
    because: 'One request in twenty that fails is seen by users and is no coincidence.',
    tag: 'C',
    pattern: 'observability-and-monitoring/alerting',
  },
  {
    id: 'alerting/window',
    when: always,
    effect: { kind: 'parameter', name: 'objectiveDays', value: 30 },
    because: 'A promise needs a period over which it is counted.',
    tag: 'C',
    pattern: 'observability-and-monitoring/metrics',
  },
  {
    id: 'alerting/page',
    when: is('running', 'on-call'),
    effect: { kind: 'parameter', name: 'page', value: 1 },
    because: 'Four or more people share the nights, so what is urgent may wake one of them.',
    tag: 'C',
    pattern: 'observability-and-monitoring/alerting',
  },
  {
    id: 'alerting/nobody-to-wake',
    when: not(is('running', 'on-call')),
    effect: { kind: 'parameter', name: 'ticketsOnly', value: 1 },
    because:
      'Fewer than four people are on call, and whoever is woken every second week soon hears nothing any more.',
    tag: 'C',
    pattern: 'observability-and-monitoring/alerting',
  },
  {
    id: 'alerting/runbook',
    when: always,
    effect: { kind: 'parameter', name: 'runbooks', value: 1 },
    because: 'At night nobody remembers what an alert means.',
    tag: 'F',
    pattern: 'documentation-and-developer-experience/runbooks',
  },
]);

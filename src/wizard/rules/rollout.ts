import { all, any, atLeast, below, reaches, rulesFor } from './rule.ts';
import { sources } from './sources.ts';

/** Decision 37: how a new version reaches the users. */
export const rolloutRules = rulesFor('rollout', [
  {
    id: 'rollout/too-little-traffic',
    when: below('peakNow', 10),
    effect: { kind: 'veto', alternatives: ['canary'] },
    because:
      'You have {peakNow}: a few percent of that are too few requests to tell a bad version from bad luck.',
    tag: 'C',
    pattern: 'deployment-and-operations/canary-releases',
    revisitWhen: 'the peak passes 10 requests a second',
  },
  {
    id: 'rollout/little-downtime',
    when: atLeast('availability', '99.95'),
    effect: { kind: 'score', points: { canary: 3 } },
    because:
      '{availability} leaves {budget}: a bad version should meet a few percent of the users, not all of them.',
    tag: 'S',
    source: sources.sreCanarying,
    pattern: 'deployment-and-operations/canary-releases',
  },
  {
    id: 'rollout/three-teams',
    when: reaches('fullTeams', 3),
    effect: { kind: 'score', points: { canary: 2 } },
    because:
      'You have {fullTeams}, so somebody releases all the time, and each release should prove itself on a few percent first.',
    tag: 'C',
    pattern: 'deployment-and-operations/canary-releases',
  },
  {
    id: 'rollout/six-teams',
    when: reaches('fullTeams', 6),
    effect: { kind: 'score', points: { canary: 1 } },
    because: 'You have {fullTeams}, and nobody can watch every release of the others.',
    tag: 'C',
    pattern: 'deployment-and-operations/canary-releases',
  },
  {
    id: 'rollout/no-room-for-a-canary',
    when: all(atLeast('availability', '99.95'), below('peakNow', 10)),
    effect: { kind: 'score', points: { 'blue-green': 3 } },
    because: '{availability} needs a way back within seconds, and traffic is too low for a canary.',
    tag: 'C',
    pattern: 'deployment-and-operations/blue-green-deployment',
  },
  {
    id: 'rollout/quick-way-back',
    when: below('rollbackMinutes', 5),
    effect: { kind: 'score', points: { 'blue-green': 3, canary: 3 } },
    because:
      'You have {rollbackMinutes}, and only a version that is still running can take over that fast.',
    tag: 'C',
    pattern: 'deployment-and-operations/blue-green-deployment',
  },
  {
    id: 'rollout/first-share',
    when: all(),
    effect: { kind: 'parameter', name: 'canaryPercent', value: 5, for: ['canary'] },
    because: 'Five percent is enough traffic to judge by and little enough to spoil.',
    tag: 'C',
    pattern: 'deployment-and-operations/canary-releases',
  },
  {
    id: 'rollout/flags',
    when: any(atLeast('teams', 2), atLeast('releasesPerWeek', 10)),
    effect: { kind: 'parameter', name: 'featureFlags', value: 1 },
    because: 'With frequent releases, a flag separates bringing code out from turning it on.',
    tag: 'F',
    pattern: 'deployment-and-operations/feature-flags',
  },
  {
    id: 'rollout/expand-contract',
    when: all(),
    effect: { kind: 'parameter', name: 'expandContract', value: 1 },
    because: 'During every release the old and the new version run at once, on the same tables.',
    tag: 'F',
    pattern: 'deployment-and-operations/blue-green-deployment',
  },
  {
    id: 'rollout/watch',
    when: all(),
    effect: { kind: 'parameter', name: 'canaryMinutes', value: 15, for: ['canary'] },
    because: 'A slow leak or a rare path needs some minutes of traffic before it shows.',
    tag: 'C',
    pattern: 'deployment-and-operations/canary-releases',
  },
  {
    id: 'rollout/by-itself',
    when: all(),
    effect: {
      kind: 'parameter',
      name: 'automaticRollback',
      value: 1,
      for: ['blue-green', 'canary'],
    },
    because:
      'The old version still runs, so a machine can go back before anybody has read the alert.',
    tag: 'F',
    pattern: 'deployment-and-operations/canary-releases',
  },
]);

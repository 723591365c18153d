import { peakReaches, severalDeployables } from './conditions.ts';
import { all, atLeast, below, chosen, is, not, rulesFor } from './rule.ts';

/** Decision 36: what runs the deployables. */
export const platformRules = rulesFor('platform', [
  {
    id: 'platform/too-few-for-kubernetes',
    when: below('engineers', 6),
    effect: { kind: 'veto', alternatives: ['kubernetes'] },
    because:
      'Running a cluster takes a good part of one person all year, and you have {engineers}.',
    tag: 'C',
    revisitWhen: 'you are six engineers and one of them runs Kubernetes',
  },
  {
    id: 'platform/nobody-runs-kubernetes',
    when: all(below('engineers', 16), not(is('running', 'kubernetes-skill'))),
    effect: { kind: 'veto', alternatives: ['kubernetes'] },
    because:
      'Nobody among {engineers} runs Kubernetes today, and learning it during an outage is the expensive way.',
    tag: 'C',
    revisitWhen: 'somebody joins who runs Kubernetes, or you are sixteen engineers',
  },
  {
    id: 'platform/microservices',
    when: chosen('style', 'microservices'),
    effect: { kind: 'score', alternatives: ['kubernetes'], points: 3 },
    because: 'Many services need one way to place, connect, limit and restart them.',
    tag: 'F',
    pattern: 'deployment-and-operations/orchestration',
  },
  {
    id: 'platform/skill',
    when: all(chosen('style', 'microservices'), is('running', 'kubernetes-skill')),
    effect: { kind: 'score', alternatives: ['kubernetes'], points: 2 },
    because: 'Somebody among you already runs Kubernetes.',
    tag: 'C',
  },
  {
    id: 'platform/many-teams',
    when: atLeast('teams', 6),
    effect: { kind: 'score', alternatives: ['kubernetes'], points: 1 },
    because: 'For {teams}, one platform with quotas and namespaces is easier to share.',
    tag: 'C',
  },
  {
    id: 'platform/runs-on-kubernetes',
    when: is('runsOn', 'kubernetes'),
    effect: { kind: 'score', alternatives: ['kubernetes'], points: 3 },
    because: 'You already run on Kubernetes.',
    tag: 'F',
  },
  {
    id: 'platform/several-deployables',
    when: severalDeployables,
    effect: { kind: 'score', alternatives: ['managed-containers'], points: 2 },
    because: 'Several deployables are easier to run alike as images.',
    tag: 'F',
    pattern: 'deployment-and-operations/containerization',
  },
  {
    id: 'platform/runs-on-containers',
    when: is('runsOn', 'containers'),
    effect: { kind: 'score', alternatives: ['managed-containers'], points: 2 },
    because: 'You already run containers.',
    tag: 'F',
    pattern: 'deployment-and-operations/containerization',
  },
  {
    id: 'platform/own-machines',
    when: is('runsOn', 'on-premises'),
    effect: { kind: 'score', alternatives: ['managed-containers'], points: 3 },
    because:
      'On your own machines there is no platform that takes code, and images are the smallest unit that moves.',
    tag: 'F',
    pattern: 'deployment-and-operations/containerization',
  },
  {
    id: 'platform/busy',
    when: peakReaches(1000),
    effect: { kind: 'score', alternatives: ['managed-containers'], points: 2 },
    because: 'From 1,000 requests a second a PaaS usually costs more than the work it saves.',
    tag: 'C',
  },
  {
    id: 'platform/long-jobs',
    when: is('longestJob', 'hours'),
    effect: { kind: 'score', alternatives: ['managed-containers'], points: 2 },
    because:
      'Jobs take {longestJob}, and many platforms restart their processes at least once a day.',
    tag: 'F',
    pattern: 'asynchronous-processing/background-jobs',
  },
  {
    id: 'platform/two-replicas',
    when: atLeast('availability', '99.5'),
    effect: { kind: 'parameter', name: 'minimumReplicas', value: 2 },
    because: 'With one replica every crash is an outage, and {availability} has no room for that.',
    tag: 'F',
    pattern: 'performance-optimization/horizontal-scaling',
  },
  {
    id: 'platform/three-replicas',
    when: atLeast('availability', '99.99'),
    effect: { kind: 'parameter', name: 'minimumReplicas', value: 3 },
    because:
      'One replica may fail while another one is being replaced, so {availability} needs a third.',
    tag: 'F',
    pattern: 'performance-optimization/horizontal-scaling',
  },
]);

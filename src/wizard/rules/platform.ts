import {
  nobodyRunsKubernetes,
  peakReaches,
  severalDeployables,
  tooFewForKubernetes,
} from './conditions.ts';
import { all, atLeast, chosen, is, reaches, rulesFor } from './rule.ts';

/** What speaks for more than a PaaS speaks for everything above it alike. */
const moreThanPaas = { 'managed-containers': 3, 'own-hosts': 3, kubernetes: 3 } as const;

/** Decision 36: what runs the deployables. */
export const platformRules = rulesFor('platform', [
  {
    id: 'platform/too-few-for-kubernetes',
    when: tooFewForKubernetes,
    effect: { kind: 'veto', alternatives: ['kubernetes'] },
    because:
      'Running a cluster takes a good part of one person all year, and you have {engineers}.',
    tag: 'C',
    revisitWhen: 'you are six engineers and one of them runs Kubernetes',
  },
  {
    id: 'platform/nobody-runs-kubernetes',
    when: nobodyRunsKubernetes,
    effect: { kind: 'veto', alternatives: ['kubernetes'] },
    because:
      'Nobody among {engineers} runs Kubernetes today, and learning it during an outage is the expensive way.',
    tag: 'C',
    revisitWhen: 'somebody joins who runs Kubernetes, or you are sixteen engineers',
  },
  {
    id: 'platform/no-service-on-premises',
    when: is('runsOn', 'on-premises'),
    effect: { kind: 'veto', alternatives: ['managed-containers'] },
    because: 'In your own rooms there is no provider whose service runs containers for you.',
    tag: 'F',
    revisitWhen: 'a part may run at a provider',
  },
  {
    id: 'platform/own-machines',
    when: is('runsOn', 'on-premises'),
    effect: { kind: 'score', points: moreThanPaas },
    because:
      'On your own machines there is no platform that takes code, and images are the smallest unit that moves.',
    tag: 'F',
    pattern: 'deployment-and-operations/containerization',
  },
  {
    id: 'platform/runs-on-kubernetes',
    when: is('runsOn', 'kubernetes'),
    effect: { kind: 'score', points: { kubernetes: 3 } },
    because: 'You already run on Kubernetes.',
    tag: 'F',
    pattern: 'deployment-and-operations/orchestration',
  },
  {
    id: 'platform/runs-on-containers',
    when: is('runsOn', 'containers'),
    effect: { kind: 'score', points: { 'managed-containers': 3 } },
    because: 'You already run containers.',
    tag: 'F',
    pattern: 'deployment-and-operations/containerization',
  },
  {
    id: 'platform/several-deployables',
    when: severalDeployables,
    effect: { kind: 'score', points: moreThanPaas },
    because: 'Several deployables are easier to run alike as images.',
    tag: 'F',
    pattern: 'deployment-and-operations/containerization',
  },
  {
    id: 'platform/busy',
    when: peakReaches(1000),
    effect: { kind: 'score', points: moreThanPaas },
    because: 'From 1,000 requests a second a PaaS usually costs more than the work it saves.',
    tag: 'C',
  },
  {
    id: 'platform/long-jobs',
    when: is('longestJob', 'hours'),
    effect: { kind: 'score', points: moreThanPaas },
    because:
      'Jobs take {longestJob}, and many platforms restart their processes at least once a day.',
    tag: 'F',
    pattern: 'asynchronous-processing/background-jobs',
  },
  {
    id: 'platform/microservices',
    when: chosen('style', 'microservices'),
    effect: { kind: 'score', points: { kubernetes: 1 } },
    because: 'Many services need one way to place, connect, limit and restart them.',
    tag: 'F',
    pattern: 'deployment-and-operations/orchestration',
  },
  {
    id: 'platform/skill',
    when: all(chosen('style', 'microservices'), is('running', 'kubernetes-skill')),
    effect: { kind: 'score', points: { kubernetes: 2 } },
    because: 'Somebody among you already runs Kubernetes.',
    tag: 'C',
  },
  {
    id: 'platform/many-teams',
    when: reaches('fullTeams', 6),
    effect: { kind: 'score', points: { kubernetes: 1 } },
    because:
      'You have {fullTeams}, and one platform with quotas and namespaces is easier to share.',
    tag: 'C',
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
  {
    id: 'platform/zones',
    when: atLeast('availability', '99.95'),
    effect: { kind: 'parameter', name: 'spreadZones', value: 2 },
    because: '{availability} leaves {budget}, and a whole zone can be gone for longer than that.',
    tag: 'F',
    pattern: 'resilience-and-fault-tolerance/graceful-degradation',
  },
  {
    id: 'platform/ready',
    when: all(),
    effect: { kind: 'parameter', name: 'readinessCheck', value: 1 },
    because: 'A process that has started is not yet one that can answer.',
    tag: 'F',
    pattern: 'resilience-and-fault-tolerance/health-checks',
  },
  {
    id: 'platform/shut-down',
    when: all(),
    effect: { kind: 'parameter', name: 'shutdownSeconds', value: 30 },
    because:
      'Replicas are stopped at every release, and requests that they are working on should end well.',
    tag: 'F',
    pattern: 'deployment-and-operations/orchestration',
  },
]);

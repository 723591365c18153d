import { all, any, chosen, is, not, reaches, rulesFor } from './rule.ts';

/** Decision 13: who encrypts, routes and measures calls between services. */
export const meshRules = rulesFor('mesh', [
  {
    id: 'mesh/few-services',
    when: not(all(chosen('style', 'microservices'), reaches('fullTeams', 10))),
    effect: { kind: 'veto', alternatives: ['mesh'] },
    because:
      'A mesh pays from about ten services and fifteen engineers; for fewer, one library in each service does the same and can be understood.',
    tag: 'C',
    pattern: 'microservices-architecture/service-mesh',
    revisitWhen: 'there are ten services with a team each',
  },
  {
    id: 'mesh/no-cluster',
    when: not(chosen('platform', 'kubernetes')),
    effect: { kind: 'veto', alternatives: ['mesh'] },
    because:
      'The common meshes live on Kubernetes; elsewhere you would place and renew every proxy yourself.',
    tag: 'C',
    pattern: 'microservices-architecture/service-mesh',
    revisitWhen: 'the services run on Kubernetes',
  },
  {
    id: 'mesh/nobody-runs-it',
    when: not(is('running', 'kubernetes-skill')),
    effect: { kind: 'veto', alternatives: ['mesh'] },
    because:
      'When a mesh is misconfigured, every call in the system fails, and nobody among you runs the cluster below it today.',
    tag: 'C',
    revisitWhen: 'somebody among you runs Kubernetes',
  },
  {
    id: 'mesh/encrypt-inside',
    when: any(is('dataKinds', 'sensitive', 'provable'), is('parts', 'own-compliance')),
    effect: { kind: 'score', points: { mesh: 3 } },
    because:
      'What you handle has to be encrypted and attributed inside the network too, and a mesh gives every call a certificate on both sides.',
    tag: 'F',
    pattern: 'authentication-and-authorization/mtls',
  },
  {
    id: 'mesh/split-traffic',
    when: chosen('rollout', 'canary'),
    effect: { kind: 'score', points: { mesh: 2 } },
    because:
      'A canary of an inner service needs a share of the calls from other services, and a mesh splits those.',
    tag: 'F',
    pattern: 'api-gateway-and-load-balancing/traffic-management',
  },
  {
    id: 'mesh/several-runtimes',
    when: is('parts', 'second-runtime'),
    effect: { kind: 'score', points: { mesh: 1 } },
    because: 'With several runtimes, the same timeouts and retries would be written once for each.',
    tag: 'C',
  },
  {
    id: 'mesh/few-calls',
    when: chosen('sync-or-async', 'event-driven'),
    effect: { kind: 'score', points: { mesh: -3 } },
    because: 'Parts talk through events, and a mesh does little for messages.',
    tag: 'C',
  },
]);

import { severalDeployables } from './conditions.ts';
import { chosen, not, rulesFor } from './rule.ts';
import { designSources } from './sources-design.ts';

/** Decision 12: how one part finds another one. */
export const discoveryRules = rulesFor('discovery', [
  {
    id: 'discovery/one-deployable',
    when: chosen('style', 'modular-monolith'),
    effect: { kind: 'veto', alternatives: ['platform-dns', 'registry'] },
    because: 'There is one deployable, and it does not have to look for itself.',
    tag: 'F',
    revisitWhen: 'there is a second deployable',
  },
  {
    id: 'discovery/platform-has-names',
    when: not(chosen('platform', 'own-hosts')),
    effect: { kind: 'veto', alternatives: ['registry'] },
    because:
      'Your platform gives each service a name that leads to its healthy replicas, as the DNS of a cluster does; a registry would do the same once more.',
    tag: 'S',
    source: designSources.serviceDns,
    pattern: 'microservices-architecture/service-discovery',
  },
  {
    id: 'discovery/several-deployables',
    when: severalDeployables,
    effect: { kind: 'score', points: { 'platform-dns': 3, registry: 2 } },
    because:
      'Several deployables, and the gateway before them, have to reach each other while replicas come and go; a name stays.',
    tag: 'F',
    pattern: 'microservices-architecture/service-discovery',
  },
  {
    id: 'discovery/own-machines',
    when: chosen('platform', 'own-hosts'),
    effect: { kind: 'score', points: { registry: 3 } },
    because:
      'On your own machines nobody takes a dead replica out of the DNS; a registry with health checks does.',
    tag: 'F',
    pattern: 'resilience-and-fault-tolerance/health-checks',
  },
  {
    id: 'discovery/many-services',
    when: chosen('style', 'microservices'),
    effect: { kind: 'score', points: { registry: 3 } },
    because: 'Many services move from place to place too often for entries that people keep.',
    tag: 'C',
    pattern: 'microservices-architecture/service-discovery',
  },
]);

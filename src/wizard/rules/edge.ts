import { severalDeployables } from './conditions.ts';
import { connectionsStayOpen } from './live-updates.ts';
import { all, any, is, rulesFor } from './rule.ts';
import { sources } from './sources.ts';

/** Decision 10: what stands between the clients and the system. */
export const edgeRules = rulesFor('edge', [
  {
    id: 'edge/several-deployables',
    when: severalDeployables,
    effect: { kind: 'score', points: { gateway: 3 } },
    because:
      'Clients should know one address, and with several deployables something has to route to the right one.',
    tag: 'S',
    source: sources.gatewayRouting,
    pattern: 'api-gateway-and-load-balancing/gateway-patterns',
  },
  {
    id: 'edge/partners',
    when: is('clients', 'partners'),
    effect: { kind: 'score', points: { gateway: 2 } },
    because: 'Partners need keys, limits and usage figures, each per partner.',
    tag: 'C',
    pattern: 'security-patterns/rate-limiting',
  },
  {
    id: 'edge/quotas',
    when: is('exposure', 'quotas'),
    effect: { kind: 'score', points: { gateway: 3 } },
    because: 'Paid quotas have to be counted in one place, before a request costs anything.',
    tag: 'F',
    pattern: 'security-patterns/api-throttling',
  },
  {
    id: 'edge/rate-limit',
    when: any(is('exposure', 'internet'), is('clients', 'partners')),
    effect: { kind: 'parameter', name: 'requestsPerSecondPerClient', value: 20 },
    because:
      'Whatever can be reached from outside is tried out, so each client has a limit from the first day.',
    tag: 'C',
    pattern: 'security-patterns/rate-limiting',
  },
  {
    id: 'edge/load-shedding',
    when: all(),
    effect: { kind: 'parameter', name: 'shedLoad', value: 1 },
    because:
      'A limit per client does not help when many clients come at once; refusing early keeps the rest fast.',
    tag: 'F',
    pattern: 'resilience-and-fault-tolerance/graceful-degradation',
  },
  {
    id: 'edge/open-connections',
    when: connectionsStayOpen,
    effect: { kind: 'parameter', name: 'heartbeatSeconds', value: 30 },
    because: 'Load balancers and proxies close connections on which nothing is sent for a minute.',
    tag: 'F',
  },
]);

import type { Actor, Architecture, Edge } from './architecture.ts';
import { identitiesOf, rateLimitsOf } from './build/access.ts';
import { alertsOf } from './build/alerts.ts';
import { apisOf } from './build/apis.ts';
import { connectionsOf } from './build/connections.ts';
import { deployablesOf } from './build/deployables.ts';
import { flowsOf } from './build/flows.ts';
import type { PlannedFlow } from './build/flows.ts';
import { messagesOf } from './build/messages.ts';
import { capabilityOf, operationsOf } from './build/operations.ts';
import { dependenciesOf } from './build/outside.ts';
import { channelsOf, schemaName, storeIdOf, storesOf } from './build/parts.ts';
import { planOf, unitOf } from './build/plan.ts';
import type { Unit } from './build/plan.ts';
import { withPolicies } from './build/policies.ts';
import { slosOf } from './build/promises.ts';
import { rolloutOf } from './build/rollout.ts';
import { factInWords } from './fact-words.ts';
import type { Facts } from './facts.ts';
import type { Solution } from './solution.ts';
import type { Flow } from './system.ts';

/** Builds the model from which drawings, estimates and files are made. */
export function buildArchitecture(solution: Solution): Architecture {
  const plan = planOf(solution);
  const flows = flowsOf(plan);
  const messages = messagesOf(plan, flows);
  const actors = actorsOf(solution);
  const edge = edgeOf(solution);
  const dependencies = dependenciesOf(plan);
  const deployables = deployablesOf(plan, flows, messages, dependencies);
  const wanted = (unit: Unit): number =>
    deployables
      .filter(({ id }) => id === unit.id)
      .reduce((sum, { replicas, pool }) => sum + replicas * pool, 0);
  const stores = storesOf(plan, wanted);
  const channels = channelsOf(plan, messages);
  const parts = { actors, edge, deployables, stores, channels, dependencies };
  const { connections, times } = connectionsOf(plan, flows, messages, parts);
  const operations = operationsOf(plan, messages, times.own);
  const { apis, policies } = withPolicies(plan, apisOf(plan, deployables, operations, times));
  const slos = slosOf(plan, deployables, dependencies, connections);
  return {
    name: 'Your system',
    actors,
    edge,
    deployables,
    stores,
    channels,
    dependencies: dependencies.map(({ role: _role, whenDown: _whenDown, ...each }) => each),
    connections,
    capabilities: plan.areas.map((area) =>
      capabilityOf(plan, area, storeIdOf(plan, unitOf(plan, area)), schemaName(area.id)),
    ),
    apis,
    messages,
    flows: flows.map(bare),
    identities: identitiesOf(plan, actors, deployables, connections),
    policies,
    rateLimits: rateLimitsOf(plan, deployables),
    slos,
    alerts: alertsOf(plan, slos, { ...parts, connections }),
    rollout: rolloutOf(plan),
    deferrals: [
      { what: 'tables and indexes', to: 'the database architect' },
      { what: 'networks and regions', to: 'the cloud architect' },
      { what: 'the security audit', to: 'the security auditor' },
      { what: 'tuning of the whole', to: 'the performance engineer' },
    ],
  };
}

function bare({
  areas: _areas,
  units: _units,
  byMessages: _byMessages,
  ...flow
}: PlannedFlow): Flow {
  return flow;
}

function actorsOf(solution: Solution): readonly Actor[] {
  const { clients } = solution.facts;
  return clients.map((client) => ({
    id: client,
    label: client,
    name: factInWords('clients', [client]),
    identity: identityOf(client, solution),
  }));
}

function identityOf(client: Facts['clients'][number], { decisions }: Solution): string {
  const machine = client === 'partners' || client === 'internal' || client === 'devices';
  switch (decisions.authentication.chosen) {
    case 'none':
      return 'nothing';
    case 'session':
      return 'session cookie';
    case 'api-keys':
      return 'API key';
    case 'client-credentials':
      return 'token from client credentials';
    case 'oidc':
      return 'token from code + PKCE';
    case 'oidc-and-client-credentials':
      return machine ? 'token from client credentials' : 'token from code + PKCE';
  }
}

function edgeOf({ decisions }: Solution): Edge {
  const kind = decisions.edge.chosen;
  const name = kind === 'gateway' ? 'API gateway' : 'load balancer';
  const cdn = ['http-and-cdn', 'cdn-and-distributed'].includes(decisions.cache.chosen);
  return { id: 'edge', kind, label: cdn ? `CDN and ${name}` : name };
}

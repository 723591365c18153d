import type { Actor, Architecture, Deployable, Edge } from './architecture.ts';
import { capacity } from './capacity.ts';
import { connectionsOf } from './build-connections.ts';
import { channelsOf, dependenciesOf, storesOf } from './build-parts.ts';
import { decisionIds } from './decisions.ts';
import { factInWords } from './fact-words.ts';
import type { Facts } from './facts.ts';
import type { Solution } from './solution.ts';

/** Drawn one by one; further deployables are counted. */
const deployablesShown = 3;

/** Builds the model from which drawings, estimates and files are made. */
export function buildArchitecture(solution: Solution): Architecture {
  const actors = actorsOf(solution);
  const edge = edgeOf(solution);
  const deployables = deployablesOf(solution);
  const stores = storesOf(solution, deployables);
  const channels = channelsOf(solution);
  const dependencies = dependenciesOf(solution);
  const parts = { actors, edge, deployables, stores, channels, dependencies };
  return {
    name: 'Your system',
    ...parts,
    connections: connectionsOf(solution, parts),
    deferrals: [
      { what: 'tables and indexes', to: 'the database architect' },
      { what: 'networks and regions', to: 'the cloud architect' },
      { what: 'the security audit', to: 'the security auditor' },
      { what: 'tuning of the whole', to: 'the performance engineer' },
    ],
    decidedBy: decisionIds,
  };
}

/** How many deployables are advised: one, one per team up to eight, or one per team. */
export function deployableCount({ facts, decisions }: Solution): number {
  const style = decisions.style.chosen;
  if (style === 'modular-monolith') return 1;
  if (style === 'service-based') return Math.min(8, Math.max(2, facts.teams));
  return Math.max(3, facts.teams);
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
  const cdn = decisions.cache.chosen === 'http-and-cdn';
  return { id: 'edge', kind, label: cdn ? `CDN and ${name}` : name };
}

function deployablesOf(solution: Solution): readonly Deployable[] {
  const { facts, decisions } = solution;
  const count = deployableCount(solution);
  const minimum = decisions.platform.parameters['minimumReplicas'] ?? 1;
  const { replicas } = capacity(facts, minimum, 1 / count);
  if (count === 1) return [monolith(solution, replicas)];
  const shown = Math.min(count, deployablesShown);
  return Array.from({ length: shown }, (_, index) => {
    const letter = String.fromCharCode(65 + index);
    const orchestrates = index === 0 && decisions.transactions.chosen === 'orchestrated-saga';
    return {
      id: `service-${letter.toLowerCase()}`,
      label: `service ${letter}`,
      owner: `team ${(index % facts.teams) + 1}`,
      replicas,
      modules: orchestrates ? ['saga orchestrator'] : [],
      alike: index === shown - 1 ? count - shown : 0,
    };
  });
}

function monolith({ decisions }: Solution, replicas: number): Deployable {
  const works = decisions['sync-or-async'].chosen !== 'synchronous';
  const caches = decisions.cache.chosen === 'in-process';
  return {
    id: 'app',
    label: 'app',
    owner: 'team 1',
    replicas,
    modules: [
      'module A',
      'module B',
      'module C',
      ...(works ? ['worker'] : []),
      ...(caches ? ['cache'] : []),
    ],
    alike: 0,
  };
}

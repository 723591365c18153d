import type { Actor, Architecture, Deployable, Edge } from './architecture.ts';
import { connectionsOf } from './build-connections.ts';
import { channelsOf, dependenciesOf, storesOf } from './build-parts.ts';
import { factInWords } from './fact-words.ts';
import type { Facts } from './facts.ts';
import { loadsOf, sizesOf } from './loads.ts';
import { fullTeams } from './measures.ts';
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
  };
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

function deployablesOf(solution: Solution): readonly Deployable[] {
  const replicas = sizesOf(loadsOf(solution)).map((size) => size.replicas);
  const [first = 1] = replicas;
  if (replicas.length === 1) return [monolith(solution, first)];
  const shown = Math.min(replicas.length, deployablesShown);
  return replicas.slice(0, shown).map((count, index) => {
    const letter = String.fromCharCode(65 + index);
    const orchestrates =
      index === 0 && solution.decisions.transactions.chosen === 'orchestrated-saga';
    return {
      id: `service-${letter.toLowerCase()}`,
      label: `service ${letter}`,
      owner: `team ${(index % fullTeams(solution.facts)) + 1}`,
      replicas: count,
      modules: orchestrates ? ['saga orchestrator'] : [],
      alike: index === shown - 1 ? replicas.length - shown : 0,
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

import type { Actor, Connection, Deployable } from '../architecture.ts';
import { targetUtilization } from '../measures.ts';
import type { Identity, RateLimit } from '../system.ts';
import type { Plan } from './plan.ts';

/** What a client may send to begin with (our convention). */
const usualPerSecond = 20;

/** Requests of one caller at the same time (our convention). */
const usualConcurrent = 10;

/** Lives in minutes: of a session and of a token (our convention). */
const lives = { session: 480, token: 10, serviceToken: 5, certificateHours: 24 } as const;

/** How each actor proves who it is, and each deployable towards each one that it calls. */
export function identitiesOf(
  { solution, settings }: Plan,
  actors: readonly Actor[],
  deployables: readonly Deployable[],
  connections: readonly Connection[],
): readonly Identity[] {
  const people = actors.map(({ id }): Identity => {
    const scheme = schemeOf(id, solution.decisions.authentication.chosen);
    return {
      of: id,
      scheme,
      audience: scheme === 'none' ? '' : 'api',
      lifetimeMinutes: lifeOf(scheme),
    };
  });
  if (settings.serviceIdentity === 'none') return people;
  const scheme = settings.serviceIdentity === 'mtls' ? 'mtls' : 'service-token';
  const { serviceTokenMinutes, certificateHours } =
    solution.decisions['service-identity'].parameters;
  const lifetimeMinutes =
    scheme === 'mtls'
      ? 60 * (certificateHours ?? lives.certificateHours)
      : (serviceTokenMinutes ?? lives.serviceToken);
  const inside = new Set(deployables.map(({ id }) => id));
  return [
    ...people,
    ...connections
      .filter(({ kind, from, to }) => kind === 'sync' && inside.has(from) && inside.has(to))
      .map(({ from, to }): Identity => ({ of: from, scheme, audience: to, lifetimeMinutes })),
  ];
}

function schemeOf(
  actor: string,
  authentication: Plan['solution']['decisions']['authentication']['chosen'],
): Identity['scheme'] {
  const isMachine = ['partners', 'internal', 'devices'].includes(actor);
  switch (authentication) {
    case 'none':
      return 'none';
    case 'session':
      return 'session';
    case 'api-keys':
      return 'api-key';
    case 'client-credentials':
      return 'client-credentials';
    case 'oidc':
      return 'code-with-pkce';
    case 'oidc-and-client-credentials':
      return isMachine ? 'client-credentials' : 'code-with-pkce';
  }
}

function lifeOf(scheme: Identity['scheme']): number {
  if (scheme === 'none' || scheme === 'api-key') return 0;
  return scheme === 'session' ? lives.session : lives.token;
}

/** How much one caller may ask for: never more than all replicas together can answer. */
export function rateLimitsOf(
  { solution, settings }: Plan,
  deployables: readonly Deployable[],
): readonly RateLimit[] {
  const { facts, decisions } = solution;
  const services = deployables.filter(({ kind }) => kind === 'service');
  const workers = Math.min(...services.map((each) => each.replicas * each.workersPerReplica));
  const capacity = (workers * targetUtilization * 1000) / facts.workMs;
  const asked = decisions['rate-limiting'].parameters;
  const wanted = asked.requestsPerSecondPerClient ?? usualPerSecond;
  const perSecond = roundedDown(Math.min(wanted, capacity));
  const limit = (of: RateLimit['of']): RateLimit => ({
    of,
    where: of === 'address' ? 'edge' : decisions.edge.chosen === 'gateway' ? 'gateway' : 'service',
    perSecond,
    burst: Math.max(1, Math.min(asked.burstPerClient ?? Infinity, Math.ceil(2 * perSecond))),
    concurrent: Math.min(workers, asked.concurrentPerClient ?? usualConcurrent),
  });
  switch (settings.rateLimiting) {
    case 'per-address':
      return [limit('address')];
    case 'per-key':
      return [limit('address'), limit('api-key')];
    case 'per-tenant':
      return [limit('address'), limit('tenant')];
  }
}

/** Two digits are enough of a limit. */
function roundedDown(value: number): number {
  if (value >= 1) return Math.floor(value);
  return Math.floor(value * 1000) / 1000;
}

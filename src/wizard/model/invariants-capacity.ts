import type { Architecture, Store } from './architecture.ts';
import type { Solution } from './solution.ts';

/** Connections of all replicas fit into their database; no caller may ask for more than can be answered. */
export function brokenCapacity(architecture: Architecture, { facts }: Solution): readonly string[] {
  const { stores, rateLimits, deployables } = architecture;
  const workers = deployables
    .filter(({ kind }) => kind === 'service')
    .map(({ replicas, workersPerReplica }) => replicas * workersPerReplica);
  const perSecond = (Math.min(...workers) * 1000) / facts.workMs;
  return [
    ...stores.flatMap((store) => brokenPool(store, architecture)),
    ...rateLimits
      .filter((limit) => limit.perSecond <= 0 || limit.perSecond > perSecond)
      .map((limit) => `One ${limit.of} may ask for more than can be answered.`),
    ...rateLimits
      .filter(
        (limit) =>
          limit.concurrent < 1 || limit.concurrent > Math.min(...workers) || limit.burst < 1,
      )
      .map((limit) => `One ${limit.of} may keep all workers busy.`),
    ...rateLimits
      .filter(({ burst }) => !Number.isInteger(burst))
      .map(({ of }) => `One ${of} may send a part of a request.`),
    ...(rateLimits.length === 0 ? ['Nothing limits what a caller asks for.'] : []),
  ];
}

function brokenPool(
  { id, kind, schemas, connections }: Store,
  { deployables }: Architecture,
): readonly string[] {
  if (kind !== 'database') return [];
  if (connections === undefined) return [`Nobody knows how many connections ${id} takes.`];
  const writers = new Set(schemas.map(({ writer }) => writer));
  const wanted = deployables
    .filter((each) => writers.has(each.id))
    .reduce((sum, { replicas, pool }) => sum + replicas * pool, 0);
  const held = connections.pooler > 0 ? connections.pooler : wanted;
  return held <= connections.limit - connections.reserved
    ? []
    : [`The replicas hold more connections than ${id} takes.`];
}

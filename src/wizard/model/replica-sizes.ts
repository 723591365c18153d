import type { Architecture } from './architecture.ts';
import { targetUtilization } from './measures.ts';
import type { Solution } from './solution.ts';

/** What one replica of a deployable does at the peak. */
export interface ReplicaSize {
  readonly requestsPerSecond: number;
  /** Requests that it holds at the same time; whatever comes beyond them is refused at once. */
  readonly concurrent: number;
}

/** Beyond this many requests at once memory becomes the limit (our convention). */
const mostConcurrent = 1000;

/**
 * The size of a replica of each deployable, by id. With n requests ahead of it in w workers a request
 * waits n / w × work, so more than w × (what its caller waits) / work are given up before their turn.
 */
export function replicaSizes(
  { facts: { workMs } }: Solution,
  { deployables, connections }: Architecture,
): ReadonlyMap<string, ReplicaSize> {
  const calls = connections.filter((each) => each.kind === 'sync');
  return new Map(
    deployables.map(({ id, workersPerReplica: workers }) => {
      const waits = calls.filter(({ to }) => to === id).map(({ timeoutMs }) => timeoutMs);
      const pools = calls.filter(({ from, bulkhead }) => from === id && bulkhead).length;
      const inTime = Math.floor((workers * Math.max(0, ...waits)) / workMs);
      const concurrent = Math.max(workers + 1, pools + 1, Math.min(mostConcurrent, inTime));
      return [id, { requestsPerSecond: (workers * targetUtilization * 1000) / workMs, concurrent }];
    }),
  );
}

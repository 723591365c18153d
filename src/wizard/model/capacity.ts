import type { Facts } from './facts.ts';

/** How busy a worker may be on average; above it, queues grow faster than they empty. */
export const targetUtilization = 0.7;

/** One replica runs at most this many workers before another replica is cheaper. */
const workersPerReplicaLimit = 8;

/** How many requests are worked on at once, and what carries them. */
export interface Capacity {
  /** Requests a second at the peak, of now and of a year from now the higher one. */
  readonly requestsPerSecond: number;
  /** Little's law: requests a second × seconds of work = workers busy on average. */
  readonly busyWorkers: number;
  readonly replicas: number;
  readonly workersPerReplica: number;
}

/**
 * Sizes one deployable that takes `share` of the load: ⌈busy / 0.7⌉ workers, and where there are
 * several replicas enough that the others carry the peak while one is lost.
 * @param minimumReplicas what availability asks for
 * @param share the part of all requests that it handles, above 0 up to 1
 */
export function capacity(facts: Facts, minimumReplicas: number, share: number): Capacity {
  const requestsPerSecond = Math.max(facts.peakNow, facts.peakLater) * share;
  const busyWorkers = (requestsPerSecond * facts.workMs) / 1000;
  const workers = Math.max(1, Math.ceil(roundOff(busyWorkers / targetUtilization)));
  const replicas = Math.max(minimumReplicas, Math.ceil(workers / workersPerReplicaLimit));
  const enoughForAll = Math.ceil(workers / replicas);
  const enoughWithoutOne =
    replicas === 1 ? 1 : Math.floor(roundOff(busyWorkers / (replicas - 1))) + 1;
  const workersPerReplica = Math.max(enoughForAll, enoughWithoutOne);
  return { requestsPerSecond, busyWorkers, replicas, workersPerReplica };
}

/** Takes away what floating-point division adds, so that 7 / 0.7 stays 10. */
function roundOff(value: number): number {
  return Number(value.toPrecision(12));
}

import { waiting } from './erlang.ts';
import { targetUtilization } from './measures.ts';

/** How busy the others may be while one replica is lost. */
export const lostUtilization = 0.85;

/** One replica runs at most this many workers before another replica is cheaper. */
export const workersPerReplicaLimit = 8;

/** What one deployable has to carry. */
export interface Load {
  readonly requestsPerSecond: number;
  /** Time for which a request keeps a worker busy. */
  readonly workMs: number;
  /** Within which 95 of 100 requests should be answered. */
  readonly p95Ms: number;
  /** What availability asks for, at least 1. */
  readonly minimumReplicas: number;
}

/** What carries a load. */
export interface Capacity {
  /** Little's law: requests a second × seconds of work = workers busy on average. */
  readonly busyWorkers: number;
  readonly replicas: number;
  readonly workersPerReplica: number;
}

/**
 * Sizes one deployable: ⌈busy / 0.7⌉ workers, and more until, with all replicas and with one of
 * several lost, 95 of 100 requests are answered in time and the rest is at most 85 % busy. Where
 * the work alone takes too long, only how busy the workers are counts.
 */
export function capacity(load: Load): Capacity {
  const busyWorkers = (load.requestsPerSecond * load.workMs) / 1000;
  const workers = Math.max(1, Math.ceil(roundOff(busyWorkers / targetUtilization)));
  let replicas = Math.max(load.minimumReplicas, Math.ceil(workers / workersPerReplicaLimit));
  for (;;) {
    for (let each = Math.ceil(workers / replicas); each <= workersPerReplicaLimit; each += 1) {
      if (carries(load, busyWorkers, replicas, each)) {
        return { busyWorkers, replicas, workersPerReplica: each };
      }
    }
    replicas += 1;
  }
}

function carries(load: Load, busy: number, replicas: number, each: number): boolean {
  if (!inTime(load, busy, replicas * each)) return false;
  if (replicas === 1) return true;
  const left = (replicas - 1) * each;
  return roundOff(busy / left) <= lostUtilization && inTime(load, busy, left);
}

/** Whether 95 of 100 requests are answered in time, as far as that is possible at all. */
function inTime({ workMs, p95Ms }: Load, busy: number, servers: number): boolean {
  if (busy >= servers) return false;
  return workMs >= p95Ms || waiting(servers, busy, workMs).p95 + workMs <= p95Ms;
}

/** Takes away what floating-point division adds, so that 7 / 0.7 stays 10. */
function roundOff(value: number): number {
  return Number(value.toPrecision(12));
}

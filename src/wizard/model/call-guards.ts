import type { Architecture, SyncCall } from './architecture.ts';
import { replicaSizes } from './replica-sizes.ts';
import type { Solution } from './solution.ts';

/** Waits before another attempt: the first one at most `firstMs`, each further one twice as long. */
export interface Backoff {
  readonly kind: 'exponential';
  readonly firstMs: number;
  readonly factor: 2;
  readonly mostMs: number;
  /** "full": anywhere between nothing and the whole wait, so that callers do not come back together. */
  readonly jitter: 'full';
}

/** When a breaker opens, for how long, and how it closes again. Counted in each replica. */
export interface Breaker {
  readonly failuresPercent: number;
  /** The calls that count: the last so many. */
  readonly lastCalls: number;
  /** Before so many calls it stays closed. */
  readonly minimumCalls: number;
  readonly openMs: number;
  /** Calls let through afterwards; when half of them fail, it opens again. */
  readonly trialCalls: number;
}

/** How many calls one replica may have under way; the next one is refused at once. */
export interface Pool {
  readonly concurrent: number;
  /** Calls that may wait for a place. */
  readonly waiting: number;
}

/** A call with the numbers of everything that guards it. */
export interface GuardedCall {
  readonly call: SyncCall;
  readonly backoff?: Backoff;
  readonly breaker?: Breaker;
  readonly bulkhead?: Pool;
}

/** The numbers behind the guards of each synchronous call. */
export function guardedCalls(
  solution: Solution,
  architecture: Architecture,
): readonly GuardedCall[] {
  const sizes = replicaSizes(solution, architecture);
  const databases = new Set(
    architecture.stores.filter(({ kind }) => kind === 'database').map(({ id }) => id),
  );
  const calls = architecture.connections.filter((each) => each.kind === 'sync');
  return calls.map((call) => {
    const size = sizes.get(call.from);
    const pools = calls.filter(({ from, bulkhead }) => from === call.from && bulkhead).length;
    const pool = size && poolOf(call, size.concurrent, pools);
    const own = architecture.deployables.find(({ id }) => id === call.from)?.pool ?? 0;
    const connections = size && own > 0 && { concurrent: own, waiting: size.concurrent };
    return {
      call,
      ...(call.attempts > 1 && { backoff: backoffOf(call) }),
      ...(call.breaker && { breaker: breakerOf(call, size?.requestsPerSecond ?? 0) }),
      ...(databases.has(call.to)
        ? connections && { bulkhead: connections }
        : pool && { bulkhead: pool }),
    };
  });
}

/** All waits together fit between the end of the attempts and the deadline. */
function backoffOf({ deadlineMs, timeoutMs, attempts }: SyncCall): Backoff {
  const retries = attempts - 1;
  const left = deadlineMs - timeoutMs * attempts - 1;
  const firstMs = Math.max(0, Math.floor(left / (2 ** retries - 1)));
  return {
    kind: 'exponential',
    firstMs,
    factor: 2,
    mostMs: firstMs * 2 ** (retries - 1),
    jitter: 'full',
  };
}

/** About ten seconds of calls decide; it stays open for as long as ten attempts take. */
function breakerOf({ timeoutMs }: SyncCall, perSecond: number): Breaker {
  const lastCalls = within(20, Math.ceil(perSecond * 10), 200);
  return {
    failuresPercent: 50,
    lastCalls,
    minimumCalls: Math.ceil(lastCalls / 2),
    openMs: within(5000, timeoutMs * 10, 30_000),
    trialCalls: 3,
  };
}

/** An equal share for each guarded call and one for all the rest: all of them hanging still leave that. */
function poolOf({ bulkhead }: SyncCall, concurrent: number, pools: number): Pool | undefined {
  if (!bulkhead) return undefined;
  return { concurrent: Math.floor(concurrent / (pools + 1)), waiting: 0 };
}

function within(least: number, value: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

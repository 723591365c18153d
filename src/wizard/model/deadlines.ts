/** The time that each layer of a request has, in milliseconds. */
export interface Budgets {
  /** How long a client waits. */
  readonly client: number;
  /** How long the edge waits for a deployable. */
  readonly edge: number;
  /** How long each deployable has, the first called one first; each has less than its caller waits. */
  readonly deployables: readonly number[];
}

/**
 * Shares out the time of one request. A client waits four times what 95 of 100 answers take, and at
 * least a second; whoever calls keeps a fifth of its own time, so that it can still answer.
 * @param chained whether each deployable calls the next one; then only the first call is retried
 */
export function shareTime(
  p95Ms: number,
  deployables: number,
  chained: boolean,
  attempts: number,
): Budgets {
  const client = Math.max(1000, 4 * p95Ms);
  const edge = callTime(attemptTimeout(client, 1));
  const times = [attemptTimeout(edge, 1)];
  while (times.length < deployables) {
    const caller = times.at(-1) ?? edge;
    const tries = times.length === 1 ? attempts : 1;
    times.push(chained ? attemptTimeout(callTime(caller), tries) : caller);
  }
  return { client, edge, deployables: times };
}

/** The part of its own time that a caller may spend waiting for one call. */
export function callTime(ownTimeMs: number): number {
  return Math.floor(ownTimeMs * 0.8);
}

/** The time for one attempt such that all attempts end before the deadline. */
export function attemptTimeout(deadlineMs: number, attempts: number): number {
  return Math.floor((deadlineMs * 0.95) / attempts);
}

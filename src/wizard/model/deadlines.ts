/** How long a client waits: four times what 95 of 100 answers take, and at least a second. */
export function clientTime(p95Ms: number): number {
  return Math.max(1000, 4 * p95Ms);
}

/** The part of its own time that a caller may spend waiting for one call: it keeps a fifth, so that it can still answer. */
export function callTime(ownTimeMs: number): number {
  return Math.floor(ownTimeMs * 0.8);
}

/** The time for one attempt such that all attempts end before the deadline. */
export function attemptTimeout(deadlineMs: number, attempts: number): number {
  return Math.floor((deadlineMs * 0.95) / attempts);
}

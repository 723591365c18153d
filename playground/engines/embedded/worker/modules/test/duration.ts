const nanosecondsInMs = 1e6;
/** The least that is told: nothing takes no time. */
const leastMs = 0.001;

/** Time between two moments in milliseconds, to the nanosecond as Node measures it. */
export function millisecondsBetween(startMs: number, endMs: number): number {
  const ms = Math.round((endMs - startMs) * nanosecondsInMs) / nanosecondsInMs;
  return Math.max(ms, leastMs);
}

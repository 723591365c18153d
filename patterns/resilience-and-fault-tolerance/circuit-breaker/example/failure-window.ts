const BUCKETS = 10;

/**
 * Counts the calls of the last `windowMs`, in ten buckets:
 * memory does not grow with traffic, and old calls are
 * forgotten in steps of a tenth of the window.
 */
export class FailureWindow {
  readonly #bucketMs: number;
  readonly #buckets = Array.from({ length: BUCKETS }, () => ({
    turn: -1, // which stretch of time it counts
    calls: 0,
    failures: 0,
  }));

  constructor(windowMs: number) {
    this.#bucketMs = windowMs / BUCKETS;
  }

  add(nowMs: number, failed: boolean): void {
    const turn = this.#turnAt(nowMs);
    const bucket = this.#buckets[turn % BUCKETS];
    if (!bucket) throw new RangeError(`no bucket at ${nowMs} ms`);
    if (bucket.turn !== turn) {
      Object.assign(bucket, { turn, calls: 0, failures: 0 });
    }
    bucket.calls += 1;
    if (failed) bucket.failures += 1;
  }

  /** Share of failures, or 0 while there are too few calls. */
  failureRate(nowMs: number, minimumCalls: number): number {
    const oldest = this.#turnAt(nowMs) - BUCKETS;
    let calls = 0;
    let failures = 0;
    for (const bucket of this.#buckets) {
      if (bucket.turn <= oldest) continue;
      calls += bucket.calls;
      failures += bucket.failures;
    }
    return calls < minimumCalls ? 0 : failures / calls;
  }

  #turnAt(nowMs: number): number {
    return Math.floor(nowMs / this.#bucketMs);
  }
}

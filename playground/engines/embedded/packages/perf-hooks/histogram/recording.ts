import { Counts, type Shape } from './counts.ts';
import { MovingAverage } from './moving-average.ts';

/** What a histogram keeps. */
export class Recording {
  readonly counts: Counts;
  readonly latest: MovingAverage;
  /** Values that were too large to be kept. */
  exceeds = 0;
  #deltaSinceMs: number | undefined;

  constructor(shape: Shape, halfLife = 0, threshold = 0) {
    this.counts = new Counts(shape);
    this.latest = new MovingAverage(halfLife, threshold);
  }

  /** @returns false for a value that is too large to be kept */
  record(value: number): boolean {
    const isKept = this.counts.record(value);
    if (isKept) this.latest.record(value);
    else this.exceeds += 1;
    return isKept;
  }

  /** Records a value, and those that waited behind it: one for each interval that it took longer. */
  recordCorrected(value: number, interval: number): void {
    if (!this.record(value)) return;
    for (let missing = value - interval; missing >= interval; missing -= interval)
      this.counts.record(missing);
  }

  /** Records the nanoseconds since the last call; the first call only notes the time. */
  recordDelta(nowMs: number): void {
    if (this.#deltaSinceMs !== undefined)
      this.record(Math.round((nowMs - this.#deltaSinceMs) * 1e6));
    this.#deltaSinceMs = nowMs;
  }

  add(other: Recording): void {
    this.counts.add(other.counts);
    this.exceeds += other.exceeds;
  }

  subtract(other: Recording): void {
    this.counts.subtract(other.counts);
    this.exceeds = Math.max(0, this.exceeds - other.exceeds);
  }

  reset(): void {
    this.counts.reset();
    this.latest.reset();
    this.exceeds = 0;
    this.#deltaSinceMs = undefined;
  }
}

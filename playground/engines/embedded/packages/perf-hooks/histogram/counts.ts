import { Buckets } from './buckets.ts';

/** What `createHistogram` takes. */
export interface Shape {
  readonly lowest: number;
  readonly highest: number;
  readonly figures: number;
}

/** A bucket that counted something. */
export interface Filled {
  readonly index: number;
  /** The smallest value of the bucket. */
  readonly value: number;
  readonly count: number;
}

/** How often which values were recorded. */
export class Counts {
  readonly buckets: Buckets;
  readonly #counts: Float64Array;
  readonly #highest: number;
  #total = 0;
  #smallest = Infinity;
  #largest = 0;

  constructor({ lowest, highest, figures }: Shape) {
    this.buckets = new Buckets(lowest, highest, figures);
    this.#highest = highest;
    this.#counts = new Float64Array(this.buckets.length);
  }

  get total(): number {
    return this.#total;
  }

  /** `Infinity` where nothing was recorded. */
  get min(): number {
    if (this.at(0) > 0) return 0;
    return Number.isFinite(this.#smallest) ? this.buckets.lowestOf(this.#smallest) : Infinity;
  }

  get max(): number {
    return this.#largest === 0 ? 0 : this.buckets.highestOf(this.#largest);
  }

  /** @returns false for a value that is too large to be kept */
  record(value: number, count = 1): boolean {
    if (value > this.#highest) return false;
    const index = this.buckets.indexOf(value);
    this.#counts[index] = this.at(index) + count;
    this.#total += count;
    if (value > 0) this.#smallest = Math.min(this.#smallest, value);
    this.#largest = Math.max(this.#largest, value);
    return true;
  }

  /** How often a value of this bucket was recorded. */
  at(index: number): number {
    return this.#counts[index] ?? 0;
  }

  /** The buckets that counted something, in order. */
  *filled(): Generator<Filled> {
    for (let index = 0; index < this.#counts.length; index++) {
      const count = this.at(index);
      if (count > 0) yield { index, value: this.buckets.valueAt(index), count };
    }
  }

  add(other: Counts): void {
    for (const { value, count } of [...other.filled()]) this.record(value, count);
  }

  /** Takes away what the other counted, bucket by bucket; none falls below 0. */
  subtract(other: Counts): void {
    for (const { index, count } of [...other.filled()])
      this.#counts[index] = Math.max(0, this.at(index) - count);
    this.#measure();
  }

  reset(): void {
    this.#counts.fill(0);
    this.#measure();
  }

  /** Total and limits, from the counts. */
  #measure(): void {
    const filled = [...this.filled()];
    const last = filled.at(-1);
    this.#total = filled.reduce((sum, { count }) => sum + count, 0);
    this.#smallest = filled.find(({ index }) => index > 0)?.value ?? Infinity;
    this.#largest = last ? this.buckets.highestOf(last.value) : 0;
  }
}

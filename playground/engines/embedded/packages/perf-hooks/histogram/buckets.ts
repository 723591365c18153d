/**
 * The buckets of a High Dynamic Range histogram, as HdrHistogram_c lays them out and Node.js uses
 * them: each power of two is split into the same number of buckets, so that every value is kept
 * with the same number of significant digits.
 *
 * @see https://github.com/HdrHistogram/HdrHistogram_c
 */
export class Buckets {
  readonly length: number;
  readonly #unit: number;
  readonly #half: number;
  readonly #halfBits: number;
  readonly #unitBits: number;

  /**
   * @param lowest the smallest value that is told from 0, from 1
   * @param highest the largest value that is kept, at least `2 * lowest`
   * @param figures significant decimal digits, 1 to 5
   */
  constructor(lowest: number, highest: number, figures: number) {
    // Up to here each unit has a bucket of its own.
    const exact = 2 * 10 ** figures;
    this.#halfBits = Math.max(Math.ceil(Math.log2(exact)), 1) - 1;
    this.#half = 2 ** this.#halfBits;
    this.#unitBits = bitLength(lowest) - 1;
    this.#unit = 2 ** this.#unitBits;
    let groups = 1;
    for (let end = 2 * this.#half * this.#unit; end <= highest; end *= 2) groups += 1;
    this.length = (groups + 1) * this.#half;
  }

  /** The bucket of a value; beyond `length` for one that is too large. */
  indexOf(value: number): number {
    const group = this.#groupOf(value);
    const within = Math.floor(value / (this.#unit * 2 ** group));
    return (group + 1) * this.#half + within - this.#half;
  }

  /** The smallest value of a bucket. */
  valueAt(index: number): number {
    const group = Math.floor(index / this.#half) - 1;
    if (group < 0) return index * this.#unit;
    return ((index % this.#half) + this.#half) * this.#unit * 2 ** group;
  }

  /** The smallest value that shares a bucket with this one. */
  lowestOf(value: number): number {
    return this.valueAt(this.indexOf(value));
  }

  /** The largest value that shares a bucket with this one. */
  highestOf(value: number): number {
    return this.lowestOf(value) + this.#widthAt(value) - 1;
  }

  /** The middle of a value's bucket. */
  middleOf(value: number): number {
    return this.lowestOf(value) + Math.floor(this.#widthAt(value) / 2);
  }

  #widthAt(value: number): number {
    return this.#unit * 2 ** this.#groupOf(value);
  }

  #groupOf(value: number): number {
    return Math.max(0, bitLength(value) - this.#unitBits - this.#halfBits - 1);
  }
}

/** Bits of a whole number from 0 on: 1 for 1, 2 for 2 and 3. */
function bitLength(value: number): number {
  const high = Math.floor(value / 2 ** 32);
  return high > 0 ? 32 + bitLength(high) : 32 - Math.clz32(value);
}

/**
 * Mean, deviation and error rate of the latest values: exponentially weighted moving averages, in
 * which a value has half its weight after `halfLife` more, by the formulas of Node.js.
 */
export class MovingAverage {
  readonly #weight: number;
  readonly #threshold: number;
  #mean: number | undefined;
  #variance = 0;
  #errorRate = 0;

  /**
   * @param halfLife in values; 0: no averages
   * @param threshold a value above it is an error; 0: none is
   */
  constructor(halfLife: number, threshold: number) {
    this.#weight = halfLife > 0 ? 1 - Math.exp(-Math.LN2 / halfLife) : 0;
    this.#threshold = threshold;
  }

  get mean(): number {
    return this.#mean ?? 0;
  }

  get deviation(): number {
    return Math.sqrt(this.#variance);
  }

  get errorRate(): number {
    return this.#errorRate;
  }

  record(value: number): void {
    if (this.#weight === 0) return;
    const error = this.#threshold > 0 && value > this.#threshold ? 1 : 0;
    if (this.#mean === undefined) {
      this.#mean = value;
      this.#errorRate = error;
      return;
    }
    const difference = value - this.#mean;
    this.#mean += this.#weight * difference;
    this.#variance = (1 - this.#weight) * (this.#variance + this.#weight * difference * difference);
    this.#errorRate += this.#weight * (error - this.#errorRate);
  }

  reset(): void {
    this.#mean = undefined;
    this.#variance = 0;
    this.#errorRate = 0;
  }
}

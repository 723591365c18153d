export interface DimmerOptions {
  /** An answer should take no longer than this. */
  targetMs: number;
  /** Added to the share after a period on target. */
  step: number;
  random: () => number;
}

/**
 * How many of the answers get work that they could do without.
 * The share is halved when answers are late, and comes back in
 * steps.
 */
export class Dimmer {
  readonly #options: DimmerOptions;
  #share = 1;
  #slowestMs: number | undefined;

  constructor(options: DimmerOptions) {
    const { targetMs, step } = options;
    if (!(targetMs > 0))
      throw new RangeError(`targetMs cannot be ${targetMs}`);
    if (!(step > 0 && step <= 1))
      throw new RangeError(`step cannot be ${step}`);
    this.#options = options;
  }

  get share(): number {
    return this.#share;
  }

  /** Whether this answer gets it. */
  lit(): boolean {
    return this.#options.random() < this.#share;
  }

  /** How long one took, or has taken and is not done. */
  took(ms: number): void {
    this.#slowestMs = Math.max(this.#slowestMs ?? 0, ms);
  }

  /** Once a period. Having seen nothing, it leaves the share. */
  adjust(): void {
    const { targetMs, step } = this.#options;
    const slowestMs = this.#slowestMs;
    this.#slowestMs = undefined;
    if (slowestMs === undefined) return;
    this.#share =
      slowestMs > targetMs
        ? this.#share / 2
        : Math.min(1, this.#share + step);
  }
}

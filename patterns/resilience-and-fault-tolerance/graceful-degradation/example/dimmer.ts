export interface DimmerOptions {
  clock: { now(): number };
  random: () => number;
  /** An answer should take no longer than this. */
  targetMs: number;
  /** Added to the share after a period on target. */
  step: number;
}

/**
 * How many of the answers get work that they could do without.
 * The share is halved when one is late, and comes back in steps.
 */
export class Dimmer {
  readonly #options: DimmerOptions;
  /** Begun and not done, the oldest first. */
  readonly #underWay = new Set<{ atMs: number }>();
  #share = 1;
  #slowestMs = 0;

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

  /** Whether this answer gets it: ask when its turn has come. */
  lit(): boolean {
    return this.#options.random() < this.#share;
  }

  /** An answer is begun; call what is returned when it ends. */
  begin(): () => void {
    const begun = { atMs: this.#options.clock.now() };
    this.#underWay.add(begun);
    return () => {
      this.#underWay.delete(begun);
      this.#saw(begun);
    };
  }

  #saw({ atMs }: { atMs: number }): void {
    const tookMs = this.#options.clock.now() - atMs;
    this.#slowestMs = Math.max(this.#slowestMs, tookMs);
  }

  /** Once a period. Who still waits counts, too. */
  adjust(): void {
    const { targetMs, step } = this.#options;
    const [oldest] = this.#underWay;
    if (oldest) this.#saw(oldest);
    const late = this.#slowestMs > targetMs;
    this.#slowestMs = 0;
    this.#share = late
      ? this.#share / 2
      : Math.min(1, this.#share + step);
  }
}

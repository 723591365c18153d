/** Decides whether a retry may be made. */
export interface Budget {
  /** After each call that was answered. */
  deposit(): void;
  /** Before each retry; false: there is no token for it. */
  withdraw(): boolean;
}

export interface BudgetOptions {
  /** Retries allowed for each answered call, such as 0.1. */
  ratio: number;
  /** Most tokens it holds, and holds at first: the burst. */
  burst: number;
}

/**
 * Answered calls pay in, retries pay out. When nothing is
 * answered nothing is paid in, and retries stop.
 */
export class RetryBudget implements Budget {
  readonly #ratio: number;
  readonly #burst: number;
  #tokens: number;

  constructor({ ratio, burst }: BudgetOptions) {
    if (!(ratio >= 0 && ratio <= 1))
      throw new RangeError(`ratio is a share, not ${ratio}`);
    if (!(burst >= 1 && burst < Infinity))
      throw new RangeError(`burst cannot be ${burst}`);
    this.#ratio = ratio;
    this.#burst = burst;
    this.#tokens = burst;
  }

  /** What is left: a gauge for the dashboard. */
  get tokens(): number {
    return this.#tokens;
  }

  deposit(): void {
    const tokens = this.#tokens + this.#ratio;
    // Ten times 0.1 must make 1: cut off what floats add.
    const whole = Math.round(tokens * 1e6) / 1e6;
    this.#tokens = Math.min(this.#burst, whole);
  }

  withdraw(): boolean {
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}

/** What most retry loops have: no limit over all calls. */
export const unlimited: Budget = {
  deposit: () => {},
  withdraw: () => true,
};

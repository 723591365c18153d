import { checkOptions } from './breaker-options.ts';
import type { BreakerOptions, State } from './breaker-options.ts';
import { FailureWindow } from './failure-window.ts';

export class BreakerOpenError extends Error {}

export class CircuitBreaker {
  #state: State = 'closed';
  #generation = 0; // one more at each change of state
  #openUntil = 0;
  #probing = 0;
  #successes = 0;
  #window: FailureWindow;
  readonly #options: BreakerOptions;

  constructor(options: BreakerOptions) {
    this.#options = checkOptions(options);
    this.#window = new FailureWindow(options.windowMs);
  }

  /** `work` needs a timeout; `signal`: the caller hangs up. */
  async call<T>(work: () => Promise<T>, signal?: AbortSignal) {
    signal?.throwIfAborted();
    const { clock, slowMs, isFailure } = this.#options;
    const startedAt = clock.now();
    const generation = this.#admit(startedAt);
    let failed: boolean | undefined = false; // or: not counted
    try {
      return await work();
    } catch (error) {
      failed = true; // also if `isFailure` throws
      failed = signal?.aborted ? undefined : isFailure(error);
      throw error;
    } finally {
      const now = clock.now();
      if (now - startedAt >= slowMs) failed = true;
      // A late result says nothing about the state of today.
      if (generation === this.#generation)
        this.#learn(failed, now);
    }
  }

  #admit(now: number): number {
    if (this.#state === 'open' && now >= this.#openUntil)
      this.#enter('half-open', now);
    const full = this.#probing >= this.#options.probes;
    if (this.#state === 'open' || full)
      throw new BreakerOpenError('breaker is open');
    if (this.#state === 'half-open') this.#probing += 1;
    return this.#generation;
  }

  #learn(failed: boolean | undefined, now: number): void {
    const { minimumCalls, failureRate, successes } =
      this.#options;
    if (this.#state === 'half-open') {
      this.#probing -= 1;
      if (failed === false) this.#successes += 1;
      if (failed) this.#enter('open', now);
      else if (this.#successes >= successes)
        this.#enter('closed', now);
    } else if (failed !== undefined) {
      this.#window.add(now, failed);
      const rate = this.#window.failureRate(now, minimumCalls);
      if (rate >= failureRate) this.#enter('open', now);
    }
  }

  #enter(state: State, now: number): void {
    const { openMs, jitter, random, windowMs } = this.#options;
    const from = this.#state;
    this.#state = state;
    this.#generation += 1;
    this.#openUntil = now + openMs * (1 + jitter * random());
    this.#probing = 0;
    this.#successes = 0;
    this.#window = new FailureWindow(windowMs);
    this.#options.onState?.(state, from);
  }
}

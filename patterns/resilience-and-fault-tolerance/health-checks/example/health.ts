import type { Clock } from '#lab';
import { checkOptions } from './health-options.ts';
import type { HealthOptions } from './health-options.ts';

/** What one process says of itself: three answers, not one. */
export class Health {
  readonly #options: HealthOptions;
  readonly #clock: Clock;
  #started = false;
  #draining = false;
  #working = 0;
  #movedAt = 0; // when work last began from none, or ended
  readonly #failing = new Map<string, string>();

  constructor(options: HealthOptions) {
    this.#options = checkOptions(options);
    this.#clock = options.clock;
  }

  /** Restart me? It asks nobody: a restart mends only me. */
  live(): boolean {
    const stillMs = this.#clock.now() - this.#movedAt;
    return this.#working === 0 || stillMs < this.#options.stuckMs;
  }

  /** May the other two be asked yet? */
  startup(): boolean {
    return this.#started;
  }

  /** Send me traffic? */
  ready(): boolean {
    const { dependencies } = this.#options;
    const gated = [...this.#failing.keys()].some(
      (name) => dependencies[name]?.gates,
    );
    const open = this.#started && !this.#draining;
    return open && !gated && this.live();
  }

  /** For people and metrics: what fails, and why. */
  failing(): ReadonlyMap<string, string> {
    return this.#failing;
  }

  started(): void {
    this.#started = true;
  }

  /** SIGTERM: leave the balancer first, then stop listening. */
  drain(): void {
    this.#draining = true;
  }

  /** Runs work that has a deadline. Failing is moving, too. */
  async work<T>(run: () => Promise<T>): Promise<T> {
    if (this.#working === 0) this.#movedAt = this.#clock.now();
    this.#working += 1;
    try {
      return await run();
    } finally {
      this.#working -= 1;
      this.#movedAt = this.#clock.now();
    }
  }

  /** Checks each dependency until the signal; probes only read. */
  async watch(signal: AbortSignal): Promise<void> {
    const names = Object.keys(this.#options.dependencies);
    await Promise.all(
      names.map((name) => this.#watchOne(name, signal)),
    );
  }

  async #watchOne(name: string, signal: AbortSignal) {
    while (!signal.aborted) {
      await this.#check(name, signal);
      const { everyMs } = this.#options;
      await this.#clock
        .sleep(everyMs, { signal })
        .catch(() => {});
    }
  }

  /**
   * A late one fails at its time, even if it passes afterwards;
   * the next waits for its end.
   */
  async #check(name: string, signal: AbortSignal): Promise<void> {
    const { dependencies, timeoutMs } = this.#options;
    const late = new AbortController();
    const fail = (why: string) => this.#failing.set(name, why);
    const cancel = this.#clock.setTimer(timeoutMs, () => {
      fail(`no answer in ${timeoutMs} ms`);
      late.abort();
    });
    try {
      const either = AbortSignal.any([signal, late.signal]);
      await dependencies[name]?.check(either);
      if (!either.aborted) this.#failing.delete(name);
    } catch (error) {
      const told = signal.aborted || late.signal.aborted;
      if (!told)
        fail(error instanceof Error ? error.message : `${error}`);
    } finally {
      cancel();
    }
  }
}

export interface DeadlineClock {
  /** Time in ms that never goes back. */
  now(): number;
  setTimer(ms: number, fire: () => void): () => void;
}

/** Time is up: nobody waits for the answer any more. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
}

/**
 * A moment on this machine's clock. Between machines it
 * travels as the time that is left, since clocks differ.
 */
export class Deadline {
  readonly #clock: DeadlineClock;
  readonly #atMs: number;

  private constructor(clock: DeadlineClock, atMs: number) {
    this.#clock = clock;
    this.#atMs = atMs;
  }

  /** From now; Infinity for work that nothing limits. */
  static after(clock: DeadlineClock, ms: number): Deadline {
    return new Deadline(clock, clock.now() + ms);
  }

  /**
   * What the caller sent, in whole ms, but never more than
   * `mostMs`, which is also what holds where it sent none.
   */
  static received(
    clock: DeadlineClock,
    header: string | undefined,
    mostMs: number,
  ): Deadline {
    if (header === undefined) return this.after(clock, mostMs);
    if (!/^\d{1,8}$/.test(header))
      throw new RangeError(`not a time in ms: "${header}"`);
    return this.after(clock, Math.min(Number(header), mostMs));
  }

  get leftMs(): number {
    return Math.max(0, this.#atMs - this.#clock.now());
  }

  /** Throws where less is left than the work would take. */
  require(leastMs: number): void {
    if (this.leftMs <= 0 || this.leftMs < leastMs)
      throw new DeadlineError(
        `${Math.round(this.leftMs)} ms left, not begun`,
      );
  }

  /**
   * For the next service: the time that is left, less what
   * the answer needs for its way back and for what is done
   * with it here.
   */
  toSend(marginMs: number): string {
    if (this.#atMs === Infinity)
      throw new RangeError('there is no deadline to send');
    this.require(marginMs);
    return `${Math.floor(this.leftMs - marginMs)}`;
  }

  /**
   * Runs work until the deadline, or until the caller hangs
   * up. Leaves no timer and no listener behind. What work
   * takes, it gives back itself: its answer may be too late.
   */
  async run<T>(
    work: (signal: AbortSignal) => Promise<T>,
    caller?: AbortSignal,
  ): Promise<T> {
    caller?.throwIfAborted();
    this.require(0);
    const stop = new AbortController();
    const hangUp = (): void => stop.abort(caller?.reason);
    caller?.addEventListener('abort', hangUp, { once: true });
    const cancel = this.#timer(() =>
      stop.abort(new DeadlineError('deadline')),
    );
    try {
      // Work that ignores its signal is left, not waited for.
      return await Promise.race([
        work(stop.signal),
        aborted(stop.signal),
      ]);
    } finally {
      cancel();
      caller?.removeEventListener('abort', hangUp);
    }
  }

  #timer(fire: () => void): () => void {
    if (this.#atMs === Infinity) return () => {};
    return this.#clock.setTimer(this.leftMs, fire);
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const fail = (): void => reject(signal.reason);
    // Work that has just begun may have ended its caller.
    if (signal.aborted) return fail();
    signal.addEventListener('abort', fail, { once: true });
  });
}

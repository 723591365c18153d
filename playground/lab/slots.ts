import type { Clock } from './clock.ts';

/** What a pool of slots is made of. */
export interface SlotsOptions {
  readonly clock: Clock;
  /** What one of them is, for the message of a refusal. Default: "slot". */
  readonly name?: string;
  /** How many may be held at once. */
  readonly size: number;
  /** How many may wait for one; more are refused at once. Default: no limit. */
  readonly queue?: number;
  /** How long one may wait. Default: no limit. */
  readonly maxWaitMs?: number;
  /** Hears the number of slots held, whenever it changes. */
  readonly onChange?: (held: number) => void;
}

/** Gives a slot back; calling it again does nothing. */
export type Release = () => void;

/** Every slot was held, and the queue was full or the wait too long. */
export class NoSlotError extends Error {
  override readonly name = 'NoSlotError';

  constructor(name = 'slot') {
    super(`no free ${name}`);
  }
}

/**
 * Threads, connections, workers: a fixed number of things to hold, handed out in the order of
 * asking, with a bounded queue and a bounded wait.
 */
export class Slots {
  readonly size: number;
  readonly #options: SlotsOptions;
  readonly #waiting: ((release: Release) => void)[] = [];
  #held = 0;

  constructor(options: SlotsOptions) {
    this.size = options.size;
    this.#options = options;
  }

  /** Slots held now. */
  get held(): number {
    return this.#held;
  }

  /** Callers waiting for one now. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /**
   * Takes a slot, now or when one comes free.
   *
   * @throws NoSlotError where the queue is full or the wait is over
   * @throws the signal's reason, where it aborts first
   */
  async acquire(signal?: AbortSignal): Promise<Release> {
    signal?.throwIfAborted();
    if (this.#held < this.size) return this.#take();
    if (this.#waiting.length >= (this.#options.queue ?? Infinity))
      throw new NoSlotError(this.#options.name);
    return this.#wait(signal);
  }

  #wait(signal: AbortSignal | undefined): Promise<Release> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(grant), 1);
        stopWaiting();
      };
      const onAbort = (): void => {
        leave();
        reject(signal?.reason);
      };
      const { clock, name, maxWaitMs } = this.#options;
      const cancel =
        maxWaitMs === undefined
          ? undefined
          : clock.setTimer(maxWaitMs, () => {
              leave();
              reject(new NoSlotError(name));
            });
      const stopWaiting = (): void => {
        cancel?.();
        signal?.removeEventListener('abort', onAbort);
      };
      const grant = (release: Release): void => {
        stopWaiting();
        resolve(release);
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#waiting.push(grant);
    });
  }

  #take(): Release {
    this.#setHeld(this.#held + 1);
    return this.#release();
  }

  /** A slot passes straight to the next in line, so nobody can overtake the queue. */
  #release(): Release {
    let given = false;
    return () => {
      if (given) return;
      given = true;
      const next = this.#waiting.shift();
      if (next) next(this.#release());
      else this.#setHeld(this.#held - 1);
    };
  }

  #setHeld(held: number): void {
    this.#held = held;
    this.#options.onChange?.(held);
  }
}

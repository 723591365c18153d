import { checkOptions } from './bulkhead-options.ts';
import type { BulkheadOptions } from './bulkhead-options.ts';

/** Not called: every place was taken. */
export class BulkheadFullError extends Error {
  override readonly name = 'BulkheadFullError';
  /** Refused at once, or after it had waited. */
  readonly reason: 'full' | 'waited';

  constructor(reason: 'full' | 'waited') {
    super('bulkhead is full');
    this.reason = reason;
  }
}

/** So many calls at once, so many more in line, no more. */
export class Bulkhead {
  #running = 0;
  /** In the order of asking; each takes the place it is given. */
  readonly #line = new Set<() => void>();
  readonly #options: BulkheadOptions;

  constructor(options: BulkheadOptions) {
    this.#options = checkOptions(options);
  }

  /**
   * `work` keeps its place until it ends: it must stop on
   * `signal`, and its timeout belongs inside it.
   */
  async run<T>(work: () => Promise<T>, signal?: AbortSignal) {
    signal?.throwIfAborted();
    await this.#enter(signal);
    try {
      // It may have hung up just as its turn came.
      signal?.throwIfAborted();
      return await work();
    } finally {
      this.#leave();
    }
  }

  async #enter(signal?: AbortSignal): Promise<void> {
    const { limit, queue } = this.#options;
    if (this.#running < limit) {
      this.#running += 1; // no `await` since it was compared
      this.#tell();
      return;
    }
    if (this.#line.size >= queue)
      throw new BulkheadFullError('full');
    await this.#standInLine(signal);
  }

  #standInLine(signal?: AbortSignal): Promise<void> {
    const { clock, maxWaitMs } = this.#options;
    return new Promise((resolve, reject) => {
      const stepOut = (): void => {
        cancel();
        signal?.removeEventListener('abort', hangUp);
        this.#line.delete(grant);
        this.#tell();
      };
      const grant = (): void => {
        stepOut();
        resolve();
      };
      const hangUp = (): void => {
        stepOut();
        reject(signal?.reason);
      };
      const cancel = clock.setTimer(maxWaitMs, () => {
        stepOut();
        reject(new BulkheadFullError('waited'));
      });
      signal?.addEventListener('abort', hangUp, { once: true });
      this.#line.add(grant);
      this.#tell();
    });
  }

  /** The place passes to the next in line: nobody overtakes. */
  #leave(): void {
    const [next] = this.#line;
    if (next) {
      next();
      return;
    }
    this.#running -= 1;
    this.#tell();
  }

  #tell(): void {
    this.#options.onChange?.(this.#running, this.#line.size);
  }
}

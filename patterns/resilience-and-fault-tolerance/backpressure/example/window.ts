/**
 * Flow control for a producer that can wait: so many items
 * under way, and the next when one of them is done.
 */
export class Window {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(size: number) {
    if (!Number.isInteger(size) || size < 1)
      throw new RangeError(`size cannot be ${size}`);
    this.#free = size;
  }

  /** Resolves when one more may be sent. */
  async take(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const hangUp = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(go), 1);
        reject(signal?.reason);
      };
      const go = (): void => {
        signal?.removeEventListener('abort', hangUp);
        resolve();
      };
      signal?.addEventListener('abort', hangUp, { once: true });
      this.#waiting.push(go);
    });
  }

  /** One that was taken is done: once for each `take`. */
  give(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}

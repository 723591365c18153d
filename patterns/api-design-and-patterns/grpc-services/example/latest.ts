/**
 * A mailbox for one value: what is not taken in time is
 * replaced. A slow reader costs one place, not a queue.
 */
export class Latest<T> {
  /** In a box, since a value may be undefined. */
  #box: { readonly value: T } | undefined;
  #wake: (() => void) | undefined;
  /** Values that nobody has taken. */
  replaced = 0;

  put(value: T): void {
    if (this.#box) this.replaced += 1;
    this.#box = { value };
    this.#wake?.();
  }

  /**
   * For one reader at a time.
   *
   * @throws the signal's reason, where it aborts first
   */
  async take(signal: AbortSignal): Promise<T> {
    signal.throwIfAborted();
    if (!this.#box) await this.#filled(signal);
    const box = this.#box;
    if (!box) throw new Error('two readers of one mailbox');
    this.#box = undefined;
    return box.value;
  }

  #filled(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (): void => {
        this.#wake = undefined;
        signal.removeEventListener('abort', onAbort);
      };
      const onAbort = (): void => {
        end();
        reject(signal.reason);
      };
      signal.addEventListener('abort', onAbort, { once: true });
      this.#wake = () => {
        end();
        resolve();
      };
    });
  }
}

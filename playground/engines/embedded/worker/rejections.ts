/**
 * Rejections that nobody has handled yet. The browser tells of them early; Node looks only when the
 * ticks have run, and a program may handle one until then.
 */
export class Rejections {
  readonly #waiting = new Map<Promise<unknown>, unknown>();

  add(promise: Promise<unknown>, reason: unknown): void {
    this.#waiting.set(promise, reason);
  }

  /** Somebody handled it after all. */
  remove(promise: Promise<unknown>): void {
    this.#waiting.delete(promise);
  }

  /** Takes out those that are still unhandled, in their order. */
  takeAll(): [Promise<unknown>, unknown][] {
    if (this.#waiting.size === 0) return [];
    const all = [...this.#waiting];
    this.#waiting.clear();
    return all;
  }
}

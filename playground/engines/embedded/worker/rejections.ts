import type { Frame } from './context/async-context.ts';

export interface Rejection {
  readonly promise: Promise<unknown>;
  readonly reason: unknown;
  /** The async context in which it happened. */
  readonly frame: Frame;
}

/**
 * Rejections that nobody has handled yet. The browser tells of them early; Node looks only when the
 * ticks have run, and a program may handle one until then.
 */
export class Rejections {
  readonly #waiting = new Map<Promise<unknown>, Rejection>();

  add(rejection: Rejection): void {
    this.#waiting.set(rejection.promise, rejection);
  }

  /** Somebody handled it after all. */
  remove(promise: Promise<unknown>): void {
    this.#waiting.delete(promise);
  }

  /** Takes out those that are still unhandled, in their order. */
  takeAll(): Rejection[] {
    if (this.#waiting.size === 0) return [];
    const all = [...this.#waiting.values()];
    this.#waiting.clear();
    return all;
  }
}

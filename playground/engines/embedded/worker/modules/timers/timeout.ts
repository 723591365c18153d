import type { Handle, TimerHandle } from '../../machine.ts';

/** What `setTimeout` and `setImmediate` return. */

/** Timers that were turned into a number, by it: `clearTimeout(+timer)` finds them here. */
const byId = new Map<number, Timeout>();
let lastId = 1;

export class Timeout {
  readonly #handle: TimerHandle;
  readonly #id = ++lastId;

  /** @param schedule starts the timer; it is handed the Timeout, as callbacks' `this` */
  constructor(schedule: (timeout: Timeout) => TimerHandle) {
    this.#handle = schedule(this);
  }

  refresh(): this {
    this.#handle.refresh();
    return this;
  }

  ref(): this {
    this.#handle.ref();
    return this;
  }

  unref(): this {
    this.#handle.unref();
    return this;
  }

  hasRef(): boolean {
    return this.#handle.hasRef();
  }

  close(): this {
    this.#handle.cancel();
    byId.delete(this.#id);
    return this;
  }

  [Symbol.dispose](): void {
    this.close();
  }

  [Symbol.toPrimitive](): number {
    byId.set(this.#id, this);
    return this.#id;
  }
}

export class Immediate {
  readonly #handle: Handle;

  constructor(handle: Handle) {
    this.#handle = handle;
  }

  ref(): this {
    this.#handle.ref();
    return this;
  }

  unref(): this {
    this.#handle.unref();
    return this;
  }

  hasRef(): boolean {
    return this.#handle.hasRef();
  }

  [Symbol.dispose](): void {
    this.#handle.cancel();
  }
}

/** Ends a timer; what is no timer is ignored. */
export function clearTimeout(timer: unknown): void {
  if (timer instanceof Timeout) timer.close();
  else if (typeof timer === 'number' || typeof timer === 'string') byId.get(Number(timer))?.close();
}

/** Takes an immediate back; what is none is ignored. */
export function clearImmediate(immediate: unknown): void {
  if (immediate instanceof Immediate) immediate[Symbol.dispose]();
}

/** Something to do at a moment of virtual time. */
export interface Timer {
  readonly atMs: number;
  /** Order of creation: timers of the same moment fire in it. */
  readonly order: number;
  readonly fire: () => void;
}

/**
 * Timers by moment, then by age. They stand latest first, so taking the next one is a pop, and a
 * cancelled timer leaves at once instead of waiting for its moment.
 */
export class TimerQueue {
  readonly #timers: Timer[] = [];
  #created = 0;

  get size(): number {
    return this.#timers.length;
  }

  /** Adds a timer; the result is what `remove` takes. */
  add(atMs: number, fire: () => void): Timer {
    const timer = { atMs, order: this.#created++, fire };
    this.#timers.splice(this.#indexOf(timer), 0, timer);
    return timer;
  }

  /** Takes a timer out; one that has left already changes nothing. */
  remove(timer: Timer): void {
    const index = this.#indexOf(timer);
    if (this.#timers[index] === timer) this.#timers.splice(index, 1);
  }

  /** Takes out the earliest timer, `undefined` where there is none. */
  next(): Timer | undefined {
    return this.#timers.pop();
  }

  /** Index of the first timer that does not come after this one: its own, if it is in. */
  #indexOf(timer: Timer): number {
    let low = 0;
    let high = this.#timers.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.#timers[middle];
      if (other && isAfter(other, timer)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function isAfter(a: Timer, b: Timer): boolean {
  return a.atMs === b.atMs ? a.order > b.order : a.atMs > b.atMs;
}

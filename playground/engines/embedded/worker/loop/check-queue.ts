import { Fifo } from './fifo.ts';
import type { LoopImmediate } from './loop-immediate.ts';

/** Immediates. One that is set during a check phase waits for the next. */
export class CheckQueue {
  #waiting = new Fifo<LoopImmediate>();
  #phase = new Fifo<LoopImmediate>();

  push(immediate: LoopImmediate): void {
    this.#waiting.push(immediate);
  }

  /** @returns the next one of the running phase that was not taken back */
  next(): LoopImmediate | undefined {
    for (let one = this.#phase.shift(); one; one = this.#phase.shift()) {
      if (one.pending) return one;
    }
    return undefined;
  }

  /** The phase that ran is empty; what waited makes the next one. */
  beginPhase(): void {
    [this.#phase, this.#waiting] = [this.#waiting, this.#phase];
  }
}

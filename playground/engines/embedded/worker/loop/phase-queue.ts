import { Fifo } from './fifo.ts';

/** Callbacks of a phase. One that comes while the phase runs waits for the next. */
export class PhaseQueue<Item> {
  #waiting = new Fifo<Item>();
  #phase = new Fifo<Item>();

  push(item: Item): void {
    this.#waiting.push(item);
  }

  /** @returns the next one of the running phase */
  next(): Item | undefined {
    return this.#phase.shift();
  }

  /** The phase that ran is empty; what waited makes the next one. */
  beginPhase(): void {
    [this.#phase, this.#waiting] = [this.#waiting, this.#phase];
  }
}

import type { Handle } from '../machine.ts';
import type { HandleKeeper } from './loop-timer.ts';

/** A callback of the check phase. */
export class LoopImmediate implements Handle {
  pending = true;
  readonly run: () => void;
  readonly #keeper: HandleKeeper<LoopImmediate>;
  #ref = true;

  constructor(run: () => void, keeper: HandleKeeper<LoopImmediate>) {
    this.run = run;
    this.#keeper = keeper;
  }

  cancel(): void {
    if (this.pending) this.#keeper.unset(this);
  }

  ref(): void {
    if (!this.#ref && this.pending) this.#keeper.count(1);
    this.#ref = true;
  }

  unref(): void {
    if (this.#ref && this.pending) this.#keeper.count(-1);
    this.#ref = false;
  }

  hasRef(): boolean {
    return this.#ref;
  }
}

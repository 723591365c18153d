import type { TimerHandle } from '../machine.ts';
import type { Entry, Queued } from './timer-queue.ts';

/** What a handle asks of the loop that it belongs to. */
export interface HandleKeeper<Item> {
  set(item: Item): void;
  unset(item: Item): void;
  /** A pending handle gained or lost its reference. */
  count(by: 1 | -1): void;
}

/** A delay as Node takes it: 1 ms where it is none, or longer than 31 bits hold. */
function wholeDelay(ms: number): number {
  return ms >= 1 && ms <= 0x7f_ff_ff_ff ? Math.trunc(ms) : 1;
}

/** A timer of the loop. */
export class LoopTimer implements TimerHandle, Queued {
  entry: Entry<this> | undefined;
  delayMs: number;
  readonly #run: () => void;
  readonly #repeatMs: number | undefined;
  readonly #keeper: HandleKeeper<LoopTimer>;
  #ref = true;
  #cancelled = false;

  constructor(
    run: () => void,
    delayMs: number,
    repeatMs: number | undefined,
    keeper: HandleKeeper<LoopTimer>,
  ) {
    this.#run = run;
    this.delayMs = wholeDelay(delayMs);
    this.#repeatMs = repeatMs === undefined ? undefined : wholeDelay(repeatMs);
    this.#keeper = keeper;
  }

  get pending(): boolean {
    return this.entry !== undefined;
  }

  /** The loop took the timer out, since it is due. */
  fire(): void {
    try {
      this.#run();
    } finally {
      if (this.#repeatMs !== undefined && !this.pending && !this.#cancelled) {
        this.delayMs = this.#repeatMs;
        this.#keeper.set(this);
      }
    }
  }

  cancel(): void {
    this.#cancelled = true;
    if (this.pending) this.#keeper.unset(this);
  }

  refresh(): void {
    if (!this.#cancelled) this.#keeper.set(this);
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

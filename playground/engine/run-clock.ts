import type { Limits } from './contract.ts';

/** Why time is up. */
export type TimeEnding = 'time' | 'idle' | 'hidden';

/**
 * How long a run may go on. A program that listens is there to be used: it has no limit of its own,
 * but ends when nobody looks at the page or uses it any more.
 */
export class RunClock {
  readonly #limits: Limits;
  readonly #end: (ending: TimeEnding) => void;
  readonly #stopped = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hiddenTimer: ReturnType<typeof setTimeout> | undefined;
  #listening = false;

  /** @param end called once time is up */
  constructor(limits: Limits, end: (ending: TimeEnding) => void) {
    this.#limits = limits;
    this.#end = end;
  }

  start(): void {
    const { signal } = this.#stopped;
    const touch = (): void => this.touch();
    for (const event of ['pointerdown', 'keydown'])
      document.addEventListener(event, touch, { signal, capture: true, passive: true });
    document.addEventListener('visibilitychange', () => this.#watchHidden(), { signal });
    this.#set();
  }

  /** The program began to listen, or listens no more. */
  listening(listens: boolean): void {
    if (listens === this.#listening) return;
    this.#listening = listens;
    this.#set();
    this.#watchHidden();
  }

  /** The reader did something. */
  touch(): void {
    if (this.#listening) this.#set();
  }

  stop(): void {
    this.#stopped.abort();
    clearTimeout(this.#timer);
    clearTimeout(this.#hiddenTimer);
  }

  #set(): void {
    if (this.#stopped.signal.aborted) return;
    clearTimeout(this.#timer);
    const { timeMs, idleMs } = this.#limits;
    this.#timer = this.#listening
      ? setTimeout(() => this.#end('idle'), idleMs)
      : setTimeout(() => this.#end('time'), timeMs);
  }

  #watchHidden(): void {
    clearTimeout(this.#hiddenTimer);
    if (!this.#listening || !document.hidden || this.#stopped.signal.aborted) return;
    this.#hiddenTimer = setTimeout(() => this.#end('hidden'), this.#limits.hiddenMs);
  }
}

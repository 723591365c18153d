import type { Native } from '../native.ts';

/** The browser's part of it. */
export type TurnsHost = Pick<Native, 'setTimeout' | 'clearTimeout' | 'waker'>;

/** Decides when the loop's next turn comes. */
export class Turns {
  readonly #host: TurnsHost;
  readonly #turn: () => void;
  readonly #post: () => void;
  #coming: 'nothing' | 'hop' | 'turn' = 'nothing';
  #alarm: number | undefined;
  #stopped = false;

  /** @param turn one turn of the loop, in a task of its own */
  constructor(host: TurnsHost, turn: () => void) {
    this.#host = host;
    this.#turn = turn;
    this.#post = host.waker(() => this.#arrive());
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  /** A turn comes as soon as the browser has a task for it. */
  soon(): void {
    if (this.#stopped || this.#coming !== 'nothing') return;
    this.#clearAlarm();
    this.#coming = 'hop';
    this.#post();
  }

  /** Calls `run` after a while, unless a turn comes before. */
  later(delayMs: number, run: () => void): void {
    if (this.#stopped || this.#coming !== 'nothing') return;
    this.#clearAlarm();
    this.#alarm = this.#host.setTimeout(() => {
      this.#alarm = undefined;
      if (!this.#stopped) run();
    }, delayMs);
  }

  /** No turn comes any more. */
  stop(): void {
    this.#stopped = true;
    this.#clearAlarm();
  }

  /**
   * A turn comes with the second of two messages: the browser reports an unhandled rejection in a
   * task that it queues after the first, and Node reports it before the next callback.
   */
  #arrive(): void {
    if (this.#stopped) return;
    if (this.#coming === 'hop') {
      this.#coming = 'turn';
      this.#post();
    } else {
      this.#coming = 'nothing';
      this.#turn();
    }
  }

  #clearAlarm(): void {
    if (this.#alarm !== undefined) this.#host.clearTimeout(this.#alarm);
    this.#alarm = undefined;
  }
}

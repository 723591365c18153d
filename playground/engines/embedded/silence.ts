/** How long a thread may be silent, in ms. */
export interface Patience {
  readonly limitMs: number;
  /** While the engine itself works on it. */
  readonly laborMs: number;
}

/**
 * Watches a thread by pinging it. Only the answer to the last ping breaks the silence: a thread
 * that writes, but never listens, is silent. Time counts while the watcher itself runs: a watcher
 * that was stopped for a while (a hidden tab, a busy machine) does not blame the other one.
 */
export class Silence {
  readonly #patience: Patience;
  readonly #longestStepMs: number;
  #silentMs = 0;
  #laborMs = 0;
  #labors = false;
  #atMs: number;
  #waiting = false;

  /** @param everyMs how often `tick` is called, as planned */
  constructor(patience: Patience, everyMs: number, nowMs: number) {
    this.#patience = patience;
    this.#longestStepMs = 2 * everyMs;
    this.#atMs = nowMs;
  }

  /** @returns what to do: send a ping, wait for the answer, or give the thread up */
  tick(nowMs: number): 'ping' | 'wait' | 'silent' {
    this.#count(nowMs);
    const { limitMs, laborMs } = this.#patience;
    if (this.#silentMs >= limitMs || this.#laborMs >= laborMs) return 'silent';
    if (this.#waiting) return 'wait';
    this.#waiting = true;
    return 'ping';
  }

  /** The engine's own work begins, or ends. It breaks no silence: both kinds add up until an answer. */
  labors(isAtWork: boolean, nowMs: number): void {
    this.#count(nowMs);
    this.#labors = isAtWork;
  }

  /** The last ping was answered. */
  answered(): void {
    this.#silentMs = 0;
    this.#laborMs = 0;
    this.#waiting = false;
  }

  #count(nowMs: number): void {
    const stepMs = Math.min(nowMs - this.#atMs, this.#longestStepMs);
    this.#atMs = nowMs;
    if (this.#labors) this.#laborMs += stepMs;
    else this.#silentMs += stepMs;
  }
}

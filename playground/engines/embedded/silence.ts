/**
 * Watches a thread by pinging it. Only the answer to the last ping breaks the silence: a thread
 * that writes, but never listens, is silent. Time counts while the watcher itself runs: a watcher
 * that was stopped for a while (a hidden tab, a busy machine) does not blame the other one.
 */
export class Silence {
  readonly #limitMs: number;
  readonly #longestStepMs: number;
  #silentMs = 0;
  #atMs: number;
  #waiting = false;

  /** @param everyMs how often `tick` is called, as planned */
  constructor(limitMs: number, everyMs: number, nowMs: number) {
    this.#limitMs = limitMs;
    this.#longestStepMs = 2 * everyMs;
    this.#atMs = nowMs;
  }

  /** @returns what to do: send a ping, wait for the answer, or give the thread up */
  tick(nowMs: number): 'ping' | 'wait' | 'silent' {
    this.#silentMs += Math.min(nowMs - this.#atMs, this.#longestStepMs);
    this.#atMs = nowMs;
    if (this.#silentMs >= this.#limitMs) return 'silent';
    if (this.#waiting) return 'wait';
    this.#waiting = true;
    return 'ping';
  }

  /** The last ping was answered. */
  answered(): void {
    this.#silentMs = 0;
    this.#waiting = false;
  }
}

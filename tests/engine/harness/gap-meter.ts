const stepMs = 20;

/** Measures how long the page's thread was busy at a stretch. */
export class GapMeter {
  readonly #timer: number;
  #lastMs = performance.now();
  #longestMs = 0;

  constructor() {
    this.#timer = window.setInterval(() => this.#tick(), stepMs);
  }

  /** Ends it. @returns the longest gap, in milliseconds */
  stop(): number {
    clearInterval(this.#timer);
    this.#tick();
    return this.#longestMs;
  }

  #tick(): void {
    const nowMs = performance.now();
    this.#longestMs = Math.max(this.#longestMs, nowMs - this.#lastMs - stepMs);
    this.#lastMs = nowMs;
  }
}

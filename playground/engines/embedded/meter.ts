/** An amount by count and by size. */
export interface Amount {
  readonly messages: number;
  readonly chars: number;
}

/**
 * A token bucket for messages: it holds `burst`, and `perSecond` flows in. Sender and receivers use
 * the same one, each with its own rates.
 */
export class Meter {
  readonly #perSecond: Amount;
  readonly #burst: Amount;
  #messages: number;
  #chars: number;
  #atMs: number;

  constructor(perSecond: Amount, burst: Amount, nowMs: number) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#messages = burst.messages;
    this.#chars = burst.chars;
    this.#atMs = nowMs;
  }

  /**
   * Takes one message out of the bucket.
   * @returns false where the bucket does not hold it; then nothing is taken
   */
  take(chars: number, nowMs: number): boolean {
    this.#fill(nowMs);
    if (this.#messages < 1 || this.#chars < chars) return false;
    this.#messages -= 1;
    this.#chars -= chars;
    return true;
  }

  #fill(nowMs: number): void {
    const seconds = Math.max(0, nowMs - this.#atMs) / 1000;
    this.#atMs = nowMs;
    const { messages, chars } = this.#perSecond;
    this.#messages = Math.min(this.#burst.messages, this.#messages + messages * seconds);
    this.#chars = Math.min(this.#burst.chars, this.#chars + chars * seconds);
  }
}

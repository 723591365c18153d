/** An event that was believed, and is still to be worked on. */
export interface Accepted {
  readonly id: string;
  readonly body: string;
}

/**
 * Takes each event of one sender once. In SQL it is one
 * statement before the answer, `INSERT INTO inbox (source, id,
 * body) … ON CONFLICT DO NOTHING`: of two at once, one is
 * counted. Here it is one turn of the event loop.
 */
export class Inbox {
  readonly #clock: { now(): number };
  readonly #rememberMs: number;
  readonly #forgetAt = new Map<string, number>();
  readonly #waiting: Accepted[] = [];

  /**
   * @param rememberMs longer than the sender goes on trying, by
   *   hand too: a late try has the same id and a new timestamp
   */
  constructor(clock: { now(): number }, rememberMs: number) {
    this.#clock = clock;
    this.#rememberMs = rememberMs;
  }

  /** @returns whether it is new; answer 2xx in both cases */
  accept(id: string, body: string): boolean {
    const now = this.#clock.now();
    this.#forget(now);
    if (this.#forgetAt.has(id)) return false;
    this.#forgetAt.set(id, now + this.#rememberMs);
    this.#waiting.push({ id, body });
    return true;
  }

  /** The oldest; it stays until it is done. */
  next(): Accepted | undefined {
    return this.#waiting[0];
  }

  /**
   * Whoever ends between the work and this does it again: hand
   * the id on as its idempotency key.
   */
  done(id: string): void {
    if (this.#waiting[0]?.id === id) this.#waiting.shift();
  }

  /** Ids stand in the order of their times. */
  #forget(now: number): void {
    for (const [id, at] of this.#forgetAt) {
      if (at > now) return;
      this.#forgetAt.delete(id);
    }
  }
}

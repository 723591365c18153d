/** A browser's clock, timers and messages under a test's control. */
export class FakeHost {
  nowMs = 0;
  readonly posted: string[] = [];
  /** What tasks threw, as a browser would report it. */
  readonly errors: unknown[] = [];
  readonly #timers = new Map<number, { atMs: number; run: () => void }>();
  readonly #tasks: (() => void)[] = [];
  #ids = 0;

  readonly monotonicMs = (): number => this.nowMs;
  readonly post = (text: string): void => void this.posted.push(text);
  readonly stringify = (value: unknown): string | undefined => JSON.stringify(value);

  readonly setTimeout = (run: () => void, delayMs: number): number => {
    this.#timers.set(++this.#ids, { atMs: this.nowMs + delayMs, run });
    return this.#ids;
  };

  readonly clearTimeout = (id: number): void => void this.#timers.delete(id);

  readonly guarded = (run: () => void): void => {
    try {
      run();
    } catch (error) {
      this.errors.push(error);
    }
  };

  readonly waker =
    (run: () => void): (() => void) =>
    () =>
      void this.#tasks.push(run);

  /** Runs tasks, each followed by its promise reactions, and moves time while timers are left. */
  async runAll(untilMs = Infinity): Promise<void> {
    for (;;) {
      const task = this.#tasks.shift() ?? this.#dueTimer(untilMs);
      if (!task) return;
      try {
        task();
      } catch (error) {
        this.errors.push(error);
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  #dueTimer(untilMs: number): (() => void) | undefined {
    const [first] = [...this.#timers].sort(([, a], [, b]) => a.atMs - b.atMs);
    if (!first || first[1].atMs > untilMs) return undefined;
    this.#timers.delete(first[0]);
    this.nowMs = Math.max(this.nowMs, first[1].atMs);
    return first[1].run;
  }
}

/** Does the work that `signal` may end; it settles when it is over, and never rejects. */
export type Task = (signal: AbortSignal) => Promise<void>;

/** Why a task was ended. */
export type EndReason = 'replaced' | 'stopped';

/**
 * One task at a time, and of those asked for meanwhile only the last: turning a knob asks for a
 * run at every step, and a reader wants to see where it came to rest.
 */
export class LatestWins {
  #running: AbortController | undefined;
  #next: Task | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;

  /**
   * Runs a task now, or after the one that runs.
   * @param patienceMs How long the running task may still go on before it is ended.
   */
  submit(task: Task, patienceMs: number): void {
    this.#next = task;
    if (!this.#running) {
      this.#startNext();
      return;
    }
    if (patienceMs === 0) this.#running.abort('replaced' satisfies EndReason);
    else this.#patience ??= setTimeout(() => this.#running?.abort('replaced'), patienceMs);
  }

  /** Ends the running task, and forgets what waits. */
  stop(): void {
    this.#next = undefined;
    this.#running?.abort('stopped' satisfies EndReason);
  }

  #startNext(): void {
    const task = this.#next;
    if (!task) return;
    this.#next = undefined;
    const controller = new AbortController();
    this.#running = controller;
    void task(controller.signal).finally(() => {
      clearTimeout(this.#patience);
      this.#patience = undefined;
      this.#running = undefined;
      this.#startNext();
    });
  }
}

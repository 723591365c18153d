import type { CancelTimer, Clock, SleepOptions } from './clock.ts';
import { sleepWith } from './sleep.ts';
import { TimerQueue } from './timer-queue.ts';

/** Nothing is scheduled, and the scenario has not ended: it waits for something that never comes. */
export class DeadlockError extends Error {
  override readonly name = 'DeadlockError';
  /** Virtual time at which it was found. */
  readonly atMs: number;

  constructor(atMs: number) {
    super(
      `deadlock at ${atMs} ms: no timer is set and the scenario has not ended. ` +
        'It waits for a promise that nothing will settle, or for real time or real I/O.',
    );
    this.atMs = atMs;
  }
}

/**
 * A discrete-event clock: time stands still while code runs and jumps to the next timer when
 * nothing else can run. Each timer gets a turn of the event loop of its own, so that every promise
 * it settles has been followed to its end before time moves on. Timers of the same moment fire in
 * the order they were set. The resolution is one microsecond.
 */
export class VirtualClock implements Clock {
  #nowMs = 0;
  #running = false;
  readonly #timers = new TimerQueue();

  now(): number {
    return this.#nowMs;
  }

  /** Timers that have not fired and were not cancelled. */
  get pending(): number {
    return this.#timers.size;
  }

  sleep(ms: number, options?: SleepOptions): Promise<void> {
    return sleepWith((delay, fire) => this.setTimer(delay, fire), ms, options);
  }

  setTimer(ms: number, fire: () => void): CancelTimer {
    if (!Number.isFinite(ms)) throw new RangeError(`a timer needs a finite time, not ${ms} ms`);
    const timer = this.#timers.add(wholeMicroseconds(this.#nowMs + Math.max(0, ms)), fire);
    return () => this.#timers.remove(timer);
  }

  /**
   * Runs `main` to its end and moves time for it.
   *
   * @returns what `main` returns; what it throws is thrown
   * @throws DeadlockError where `main` waits and no timer is left
   */
  async run<T>(main: () => Promise<T>): Promise<T> {
    if (this.#running) throw new Error('this clock is running already: one run at a time');
    this.#running = true;
    try {
      return await this.#drive(main());
    } finally {
      this.#running = false;
    }
  }

  async #drive<T>(result: Promise<T>): Promise<T> {
    let settled = false;
    const settle = (): void => {
      settled = true;
    };
    result.then(settle, settle);
    for (;;) {
      await turnOfTheEventLoop();
      if (settled) return result;
      const timer = this.#timers.next();
      if (!timer) throw new DeadlockError(this.#nowMs);
      this.#nowMs = timer.atMs;
      timer.fire();
    }
  }
}

function wholeMicroseconds(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}

/** Resolves when every microtask queued so far, and every one these queue, has run. */
function turnOfTheEventLoop(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}

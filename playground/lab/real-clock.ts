import type { CancelTimer, Clock, SleepOptions } from './clock.ts';
import { sleepWith } from './sleep.ts';

/** The machine's monotonic clock, from 0 at the moment it is made. */
export class RealClock implements Clock {
  readonly #startedAt = performance.now();

  now(): number {
    return performance.now() - this.#startedAt;
  }

  sleep(ms: number, options?: SleepOptions): Promise<void> {
    return sleepWith((delay, fire) => this.setTimer(delay, fire), ms, options);
  }

  setTimer(ms: number, fire: () => void): CancelTimer {
    const timer = setTimeout(fire, Math.max(0, ms));
    return () => clearTimeout(timer);
  }
}

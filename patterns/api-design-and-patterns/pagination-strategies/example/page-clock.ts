import type { CancelTimer, Clock } from '#lab';

/** In the drawing a page takes a second: real time is noise. */
export const PAGE_MS = 1_000;

/** Stands still while a database works; only the story moves it. */
export class PageClock implements Clock {
  #nowMs = 0;

  now(): number {
    return this.#nowMs;
  }

  async sleep(ms: number): Promise<void> {
    this.#nowMs += ms;
  }

  /** @throws always: nothing here happens by itself */
  setTimer(): CancelTimer {
    throw new Error('this clock has no timers');
  }
}

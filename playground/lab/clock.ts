/** Options of a wait. */
export interface SleepOptions {
  /** Ends the wait early: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Takes a timer back; calling it again, or after the timer has fired, does nothing. */
export type CancelTimer = () => void;

/**
 * Time as a pattern sees it. A service gives it the real one, a test or an example a virtual one,
 * so the same pattern runs in both without a change.
 */
export interface Clock {
  /** Milliseconds since the clock began; never goes back. */
  now(): number;
  /** Resolves `ms` later; a negative `ms` counts as 0. Rejects with the signal's reason. */
  sleep(ms: number, options?: SleepOptions): Promise<void>;
  /** Calls `fire` once, `ms` later, unless it is cancelled first. */
  setTimer(ms: number, fire: () => void): CancelTimer;
}

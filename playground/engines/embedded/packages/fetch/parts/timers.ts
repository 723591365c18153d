/** undici's own coarse timers serve its connections, which the engine makes itself. */
export const setFastTimeout = (run: () => void, delayMs: number): NodeJS.Timeout =>
  setTimeout(run, delayMs).unref();
export const clearFastTimeout = (timer: NodeJS.Timeout): void => clearTimeout(timer);

export interface BulkheadOptions {
  /** How many calls may run at once. */
  limit: number;
  /**
   * How many more may wait. A waiting call holds its caller's
   * worker, so workers lost = `limit` + `queue`.
   */
  queue: number;
  /** How long one may wait; the caller's deadline runs on. */
  maxWaitMs: number;
  /** Calls `fire` once, later; what it returns takes it back. */
  clock: {
    setTimer(ms: number, fire: () => void): () => void;
  };
  /** Hears each change; must not throw. */
  onChange?: (running: number, waiting: number) => void;
}

/** Gives the options back, or throws what makes no sense. */
export function checkOptions(
  options: BulkheadOptions,
): BulkheadOptions {
  const { limit, queue, maxWaitMs } = options;
  if (!Number.isInteger(limit) || limit < 1)
    throw new RangeError(`limit cannot be ${limit}`);
  if (!Number.isInteger(queue) || queue < 0)
    throw new RangeError(`queue cannot be ${queue}`);
  if (!(maxWaitMs > 0 && maxWaitMs < Infinity))
    throw new RangeError(`maxWaitMs cannot be ${maxWaitMs}`);
  return options;
}

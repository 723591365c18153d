export interface AdmissionOptions {
  /** How many are worked on at once. */
  workers: number;
  /** How many may wait; one more is refused at once. */
  queue: number;
  /** What one takes: who has less time left is refused. */
  workMs: number;
  /** Who is next when a worker comes free. */
  order: 'oldest' | 'newest';
  /** Time in ms that never goes back. */
  clock: { now(): number };
  /** Hears how many wait; must not throw. */
  onLine?: (waiting: number) => void;
}

/** What is known of who asks. */
export interface Caller {
  /** When the answer is of no use any more. */
  deadlineMs?: number;
  /** Aborts when the caller hangs up. */
  signal?: AbortSignal;
}

/** Gives the options back, or throws what makes no sense. */
export function checkOptions(
  options: AdmissionOptions,
): AdmissionOptions {
  const { workers, queue, workMs } = options;
  if (!Number.isInteger(workers) || workers < 1)
    throw new RangeError(`workers cannot be ${workers}`);
  if (!(queue >= 0))
    throw new RangeError(`queue cannot be ${queue}`);
  if (!(workMs >= 0 && workMs < Infinity))
    throw new RangeError(`workMs cannot be ${workMs}`);
  return options;
}

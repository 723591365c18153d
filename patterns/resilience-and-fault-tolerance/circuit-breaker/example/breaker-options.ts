export type State = 'closed' | 'open' | 'half-open';

export interface BreakerOptions {
  /** Time in ms that never goes back; `performance` is one. */
  clock: { now(): number };
  /** It judges by the calls of this last stretch of time. */
  windowMs: number;
  /** This share of failures opens it: above 0, up to 1. */
  failureRate: number;
  /** With fewer calls in the window it does not judge. */
  minimumCalls: number;
  /**
   * A call this long is a failure, however it ends. Keep it
   * below the callers' deadline, or hanging up hides a hang.
   */
  slowMs: number;
  /** How long it refuses before it lets a probe through. */
  openMs: number;
  /** Up to this share of `openMs` is added, by chance. */
  jitter: number;
  /** How many calls may run at once while it is half-open. */
  probes: number;
  /** How many must succeed, and none fail, to close it. */
  successes: number;
  /**
   * True: it failed. False: an answer, such as a 404.
   * Undefined: no result to count, such as a 429.
   */
  isFailure: (error: unknown) => boolean | undefined;
  /** For the jitter: from 0 up to, not including, 1. */
  random: () => number;
  /** Hears of each change of state; must not throw. */
  onState?: (to: State, from: State) => void;
}

const LEAST = {
  windowMs: 1,
  failureRate: Number.MIN_VALUE,
  minimumCalls: 1,
  slowMs: 1,
  openMs: 1,
  jitter: 0,
  probes: 1,
  successes: 1,
} satisfies Partial<BreakerOptions>;

/** Gives the options back, or throws what makes no sense. */
export function checkOptions(o: BreakerOptions): BreakerOptions {
  for (const name of Object.keys(LEAST)) {
    const key = name as keyof typeof LEAST;
    if (!(o[key] >= LEAST[key] && o[key] < Infinity))
      throw new RangeError(`${key} cannot be ${o[key]}`);
  }
  if (o.failureRate > 1)
    throw new RangeError('failureRate is a share: at most 1');
  return o;
}

import type { Clock } from '#lab';

export interface Dependency {
  /** One cheap round trip; it must stop on the signal. */
  check: (signal: AbortSignal) => Promise<unknown>;
  /**
   * Whether readiness fails with it. Only behind a balancer that
   * fails open: else one dependency takes every instance out.
   */
  gates: boolean;
}

export interface HealthOptions {
  clock: Clock;
  /**
   * Stuck: work is there, and none has ended for this long. Keep
   * it above the longest deadline of one piece of work, or a
   * dependency that hangs restarts the process after all.
   */
  stuckMs: number;
  dependencies: Readonly<Record<string, Dependency>>;
  /** Rest between two checks of one dependency. */
  everyMs: number;
  /** A check this long has failed. */
  timeoutMs: number;
}

const TIMES = ['stuckMs', 'everyMs', 'timeoutMs'] as const;

/** Gives the options back, or throws what makes no sense. */
export function checkOptions(o: HealthOptions): HealthOptions {
  for (const name of TIMES) {
    if (!(o[name] > 0 && o[name] < Infinity))
      throw new RangeError(`${name} cannot be ${o[name]}`);
  }
  return o;
}

import type { Clock } from '#lab';

/** What is done to a call. A lost call is never answered. */
export type Fault =
  | { kind: 'delay'; delayMs: number }
  | { kind: 'error' }
  | { kind: 'lost'; share: number };

export type Group = 'treated' | 'control' | 'rest';

/** Who takes part: a share of the customers in each group. */
export interface Trial {
  /** Salt: another name picks other customers. */
  name: string;
  /** Of each group, from 0 to 0.5. */
  share: number;
}

/** Always the same for one customer in one trial. */
export function groupOf(trial: Trial, customer: string): Group {
  const place = shareOf(`${trial.name} ${customer}`);
  if (place < trial.share) return 'treated';
  return place < 2 * trial.share ? 'control' : 'rest';
}

/** The lease is over: nobody may inject on its account. */
export class LeaseOverError extends Error {
  override readonly name = 'LeaseOverError';
}

interface Lease {
  fault: Fault;
  end: () => void;
  cancel: () => void;
}

/**
 * Stands in the path of the calls, a proxy or a client. It
 * holds a fault for as long as it is told again and again to:
 * a runner that dies or is cut off ends it by being silent.
 */
export class FaultPoint {
  readonly #clock: Clock;
  readonly #maxTtlMs: number;
  #lease: Lease | undefined;

  constructor(clock: Clock, maxTtlMs: number) {
    this.#clock = clock;
    this.#maxTtlMs = maxTtlMs;
  }

  /** The fault, while one is held. */
  get fault(): Fault | undefined {
    return this.#lease?.fault;
  }

  /**
   * Begins a fault. Only what this returns can prolong it.
   *
   * @throws Error where another experiment holds the point
   */
  inject(fault: Fault, ttlMs: number, onEnd: () => void): Hold {
    if (this.#lease) throw new Error('a fault is held already');
    const end = (): void => {
      if (this.#lease !== lease) return;
      lease.cancel();
      this.#lease = undefined;
      onEnd();
    };
    const arm = (ms: number): (() => void) =>
      this.#clock.setTimer(Math.min(ms, this.#maxTtlMs), end);
    const lease: Lease = { fault, end, cancel: arm(ttlMs) };
    this.#lease = lease;
    const renew = (ms: number): void => {
      if (this.#lease !== lease)
        throw new LeaseOverError('the fault has ended');
      lease.cancel();
      lease.cancel = arm(ms);
    };
    return { renew, release: end };
  }
}

/** A held fault, in the hands of the one who began it. */
export interface Hold {
  /** @throws LeaseOverError: it ended, and stays ended */
  renew: (ttlMs: number) => void;
  /** Ends it; harmless where it has ended. */
  release: () => void;
}

/** Spreads names evenly over 0 to 1: FNV-1a, then mixed. */
function shareOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text)
    hash = Math.imul(
      hash ^ (letter.codePointAt(0) ?? 0),
      0x01000193,
    );
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

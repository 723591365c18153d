import { Deadline } from './deadline.ts';
import type { DeadlineClock } from './deadline.ts';

/** What a request says about time, as its header would. */
export interface Sent {
  timeoutMs?: string;
}

/** How services tell each other how long they may take. */
export interface Hops {
  /** What a request allows the service that took it. */
  received(sent: Sent): Deadline;
  /** How long a service waits for one that it calls. */
  patience(mine: Deadline): Deadline;
  /** What it tells that one about it. */
  sent(mine: Deadline): Sent;
  /** Least time for which work on a request is begun. */
  readonly leastMs: number;
}

/** Each service waits its own fixed time, and tells nobody. */
export function perHop(
  clock: DeadlineClock,
  timeoutMs: number,
): Hops {
  return {
    received: () => Deadline.after(clock, Infinity),
    patience: () => Deadline.after(clock, timeoutMs),
    sent: () => ({}),
    leastMs: 0,
  };
}

export interface Propagation {
  mostMs: number;
  marginMs: number;
  leastMs: number;
}

/** One deadline for the whole tree of calls. */
export function propagated(
  clock: DeadlineClock,
  { mostMs, marginMs, leastMs }: Propagation,
): Hops {
  return {
    received: ({ timeoutMs }) =>
      Deadline.received(clock, timeoutMs, mostMs),
    patience: (mine) => mine,
    sent: (mine) => ({ timeoutMs: mine.toSend(marginMs) }),
    leastMs,
  };
}

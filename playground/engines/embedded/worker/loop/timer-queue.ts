import { Fifo } from './fifo.ts';

/** A timer of the queue; `dueMs` is its place in time, in whole milliseconds as Node counts. */
export interface Timer {
  readonly run: () => void;
  readonly delayMs: number;
  startMs: number;
  /** False when it fired or was taken back. */
  pending: boolean;
  /** Where it stands; another entry of the same timer is stale. */
  entry: Entry | undefined;
}

interface Entry {
  readonly timer: Timer;
  readonly startMs: number;
}

/** Timers of one delay: they come due in the order in which they were set. */
interface Lane {
  readonly delayMs: number;
  readonly entries: Fifo<Entry>;
  first: Entry | undefined;
}

/**
 * Timers in Node's order (lib/internal/timers.js): one list a delay; the list that is due first
 * gives all its due timers before another list is looked at.
 */
export class TimerQueue {
  readonly #lanes = new Map<number, Lane>();
  #current: Lane | undefined;

  /** Sets a timer, or sets it back. */
  add(timer: Timer, nowMs: number): void {
    const entry = { timer, startMs: Math.floor(nowMs) };
    timer.startMs = entry.startMs;
    timer.pending = true;
    timer.entry = entry;
    this.#lane(timer.delayMs).entries.push(entry);
  }

  remove(timer: Timer): void {
    timer.pending = false;
    timer.entry = undefined;
  }

  /** @returns the next timer that is due, taken out */
  takeDue(nowMs: number): Timer | undefined {
    const now = Math.floor(nowMs);
    const lane = this.#dueLane(now);
    this.#current = lane;
    const timer = lane?.first?.timer;
    if (!lane || !timer) return undefined;
    lane.first = undefined;
    this.remove(timer);
    return timer;
  }

  /** When the first timer is due, in the milliseconds that `add` was given. */
  nextDueMs(): number | undefined {
    const lane = this.#earliest();
    return lane?.first && lane.first.startMs + lane.delayMs;
  }

  #dueLane(now: number): Lane | undefined {
    if (this.#current && isDue(this.#current, now)) return this.#current;
    const lane = this.#earliest();
    return lane && isDue(lane, now) ? lane : undefined;
  }

  /** Programs use few different delays, so looking at each is cheaper than keeping them sorted. */
  #earliest(): Lane | undefined {
    let found: Lane | undefined;
    let foundMs = Infinity;
    for (const lane of this.#lanes.values()) {
      const first = head(lane);
      if (!first) this.#lanes.delete(lane.delayMs);
      else if (first.startMs + lane.delayMs < foundMs) {
        found = lane;
        foundMs = first.startMs + lane.delayMs;
      }
    }
    return found;
  }

  #lane(delayMs: number): Lane {
    const known = this.#lanes.get(delayMs);
    if (known) return known;
    const lane: Lane = { delayMs, entries: new Fifo(), first: undefined };
    this.#lanes.set(delayMs, lane);
    return lane;
  }
}

function isDue(lane: Lane, now: number): boolean {
  const first = head(lane);
  return first !== undefined && first.startMs + lane.delayMs <= now;
}

/** The lane's first timer that still counts. */
function head(lane: Lane): Entry | undefined {
  while (lane.first === undefined || lane.first.timer.entry !== lane.first) {
    const next = lane.entries.shift();
    if (!next) {
      lane.first = undefined;
      return undefined;
    }
    lane.first = next;
  }
  return lane.first;
}

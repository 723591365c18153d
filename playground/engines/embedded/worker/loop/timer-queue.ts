import { Fifo } from './fifo.ts';

/** What the queue needs of a timer. */
export interface Queued {
  /** Whole milliseconds, 1 or more. */
  readonly delayMs: number;
  /** Its place in the queue; undefined where it does not stand in it. */
  entry: Entry<this> | undefined;
}

/** A place in the queue. It is stale once the timer has another, or none. */
export interface Entry<Timer> {
  readonly timer: Timer;
  readonly dueMs: number;
}

/** Timers of one delay: they come due in the order in which they were set. */
interface Lane<Timer> {
  readonly delayMs: number;
  readonly entries: Fifo<Entry<Timer>>;
  first: Entry<Timer> | undefined;
}

/**
 * Timers in Node's order (lib/internal/timers.js): one list a delay, times in whole milliseconds;
 * the list that is due first gives all its due timers before another list is looked at.
 */
export class TimerQueue<Timer extends Queued> {
  readonly #lanes = new Map<number, Lane<Timer>>();
  #current: Lane<Timer> | undefined;

  /** Sets a timer, or sets it back. */
  add(timer: Timer, nowMs: number): void {
    const entry = { timer, dueMs: Math.floor(nowMs) + timer.delayMs };
    timer.entry = entry;
    this.#lane(timer.delayMs).entries.push(entry);
  }

  remove(timer: Timer): void {
    timer.entry = undefined;
  }

  /** @returns the next timer that is due, taken out */
  takeDue(nowMs: number): Timer | undefined {
    if (!this.#current || !isDue(this.#current, nowMs)) this.#current = this.#earliest();
    const lane = this.#current;
    if (!lane || !isDue(lane, nowMs)) return undefined;
    const timer = lane.first?.timer;
    lane.first = undefined;
    if (timer) this.remove(timer);
    return timer;
  }

  /** When the first timer is due, by the clock that `add` was told. */
  nextDueMs(): number | undefined {
    return this.#earliest()?.first?.dueMs;
  }

  /** Programs use few different delays: looking at each is simpler than keeping them sorted. */
  #earliest(): Lane<Timer> | undefined {
    let found: Lane<Timer> | undefined;
    for (const lane of this.#lanes.values()) {
      const first = head(lane);
      if (!first) this.#lanes.delete(lane.delayMs);
      else if (first.dueMs < (found?.first?.dueMs ?? Infinity)) found = lane;
    }
    return found;
  }

  #lane(delayMs: number): Lane<Timer> {
    const known = this.#lanes.get(delayMs);
    if (known) return known;
    const lane: Lane<Timer> = { delayMs, entries: new Fifo(), first: undefined };
    this.#lanes.set(delayMs, lane);
    return lane;
  }
}

function isDue<Timer extends Queued>(lane: Lane<Timer>, nowMs: number): boolean {
  const first = head(lane);
  return first !== undefined && first.dueMs <= nowMs;
}

/** The lane's first entry that is not stale. */
function head<Timer extends Queued>(lane: Lane<Timer>): Entry<Timer> | undefined {
  while (lane.first === undefined || lane.first.timer.entry !== lane.first) {
    lane.first = lane.entries.shift();
    if (lane.first === undefined) return undefined;
  }
  return lane.first;
}

import type { Handle, Loop, TimerHandle } from '../machine.ts';
import type { Native } from '../native.ts';
import { Fifo } from './fifo.ts';
import { TimerQueue, type Timer } from './timer-queue.ts';

/** The browser's part of the loop. */
export type LoopHost = Pick<Native, 'monotonicMs' | 'setTimeout' | 'clearTimeout' | 'waker'>;

/** What the loop tells its program. */
export interface LoopEvents {
  /** A callback threw. */
  failed(error: unknown): void;
  /** Nothing with a reference is left. Called again when that is so again. */
  idle(): void;
}

interface Immediate {
  readonly run: () => void;
  state: 'queued' | 'done';
  ref: boolean;
}

/**
 * How long the loop waits before it calls a program finished: what the browser does by itself
 * (reading a Blob, linking a module) shows only when it is done.
 */
const graceMs = 4;

/**
 * Node's event loop on a browser's thread. Each callback gets a task of its own, so that the
 * browser runs every promise reaction before the next one, as Node does. Ticks run in the task of
 * the callback that queued them; those that reactions queue run in the next task.
 *
 * @see https://nodejs.org/learn/asynchronous-work/event-loop-timers-and-nexttick
 */
export class EventLoop implements Loop {
  readonly #host: LoopHost;
  readonly #events: LoopEvents;
  readonly #startMs: number;
  readonly #post: () => void;
  readonly #ticks = new Fifo<() => void>();
  readonly #timers = new TimerQueue();
  #immediates: Fifo<Immediate> = new Fifo();
  /** Immediates of the running check phase; later ones wait for the next round. */
  #checking: Fifo<Immediate> = new Fifo();
  #references = 0;
  #hops: 0 | 1 | 2 = 0;
  #alarm: number | undefined;
  #stopped = false;

  constructor(host: LoopHost, events: LoopEvents) {
    this.#host = host;
    this.#events = events;
    this.#startMs = host.monotonicMs();
    this.#post = host.waker(() => this.#hop());
  }

  now(): number {
    return this.#host.monotonicMs() - this.#startMs;
  }

  nextTick(run: () => void): void {
    this.#ticks.push(run);
    this.wake();
  }

  immediate(run: () => void): Handle {
    const immediate: Immediate = { run, state: 'queued', ref: true };
    this.#immediates.push(immediate);
    this.#references += 1;
    this.wake();
    return this.#immediateHandle(immediate);
  }

  timer(run: () => void, delayMs: number, repeatMs?: number): TimerHandle {
    let ref = true;
    const count = (by: 1 | -1): void => {
      if (ref) this.#references += by;
    };
    const set = (timer: Timer): void => {
      if (!timer.pending) count(1);
      this.#timers.add(timer, this.now());
      this.wake();
    };
    const fire = (timer: Timer): void => {
      count(-1);
      active = timer;
      const { entry } = timer;
      try {
        run();
      } finally {
        // A callback that set its timer back, or took it back, has decided already.
        const untouched = active === timer && timer.entry === entry && !cancelled;
        if (repeatMs !== undefined && untouched) set(repeating);
      }
    };
    let cancelled = false;
    const make = (ms: number): Timer => {
      const timer: Timer = {
        run: () => fire(timer),
        delayMs: ms,
        startMs: 0,
        pending: false,
        entry: undefined,
      };
      return timer;
    };
    const first = make(delayMs);
    const repeating = repeatMs === undefined || repeatMs === delayMs ? first : make(repeatMs);
    let active = first;
    set(first);
    return {
      cancel: () => {
        cancelled = true;
        if (active.pending) count(-1);
        this.#timers.remove(active);
        this.wake();
      },
      refresh: () => {
        if (!cancelled) set(active);
      },
      ref: () => {
        if (!ref && active.pending) this.#references += 1;
        ref = true;
        this.wake();
      },
      unref: () => {
        if (ref && active.pending) this.#references -= 1;
        ref = false;
        this.wake();
      },
      hasRef: () => ref,
    };
  }
}

import type { Handle, Loop, TimerHandle } from '../machine.ts';
import type { Native } from '../native.ts';
import { Fifo } from './fifo.ts';
import { CheckQueue } from './check-queue.ts';
import { LoopImmediate } from './loop-immediate.ts';
import { LoopTimer } from './loop-timer.ts';
import { PhaseQueue } from './phase-queue.ts';
import { TimerQueue } from './timer-queue.ts';
import { Turns, type TurnsHost } from './turns.ts';

/** The browser's part of the loop. */
export type LoopHost = Pick<Native, 'monotonicMs' | 'guarded'> & TurnsHost;

/** What the loop tells its program. */
export interface LoopEvents {
  /** Called when the ticks have run, before the next callback. */
  between(): void;
  /** Nothing with a reference is left. Called again whenever that is so after a `wake`. */
  idle(): void;
}

/**
 * How long the loop waits before it calls a program finished: what the browser does by itself,
 * such as reading a Blob, shows only when it is done.
 */
const graceMs = 4;

type Phase = 'timers' | 'poll' | 'check';
const phaseAfter = { timers: 'poll', poll: 'check', check: 'timers' } as const;

/**
 * Node's event loop on a browser's thread: timers, then what arrived from outside (poll), then
 * immediates (check), then again. Each callback gets
 * a task of its own, so that the browser runs every promise reaction before the next one, as Node
 * does. Ticks run in the task of the callback that queued them; those that promise reactions queue
 * run in the next task. What a callback throws ends its task, and the browser reports it.
 *
 * @see https://nodejs.org/learn/asynchronous-work/event-loop-timers-and-nexttick
 */
export class EventLoop implements Loop {
  readonly #host: LoopHost;
  readonly #events: LoopEvents;
  readonly #startMs: number;
  readonly #turns: Turns;
  readonly #ticks = new Fifo<() => void>();
  readonly #main = new Fifo<() => void>();
  readonly #timers = new TimerQueue<LoopTimer>();
  readonly #arrived = new PhaseQueue<() => void>();
  readonly #immediates = new CheckQueue();
  #phase: Phase = 'timers';
  #references = 0;
  #livelyTurns = 0;
  #idleMs = 0;
  #restingSinceMs: number | undefined;

  constructor(host: LoopHost, events: LoopEvents) {
    this.#host = host;
    this.#events = events;
    this.#startMs = host.monotonicMs();
    this.#turns = new Turns(host, () => this.#turn());
  }

  now(): number {
    return this.#host.monotonicMs() - this.#startMs;
  }

  idleMs(): number {
    this.#endRest();
    return this.#idleMs;
  }

  nextTick(run: () => void): void {
    this.#ticks.push(run);
    this.wake();
  }

  immediate(run: () => void): Handle {
    const immediate = new LoopImmediate(run, {
      set: (item) => this.#immediates.push(item),
      unset: (item) => this.#finish(item),
      count: (by) => this.#count(by),
    });
    this.#immediates.push(immediate);
    this.#count(1);
    return immediate;
  }

  poll(run: () => void): void {
    this.#arrived.push(run);
    this.#count(1);
  }

  first(run: () => void): void {
    this.#main.push(run);
    this.#count(1);
  }

  timer(run: () => void, delayMs: number, repeatMs?: number): TimerHandle {
    const timer = new LoopTimer(run, delayMs, repeatMs, {
      set: (item) => this.#set(item),
      unset: (item) => this.#unset(item),
      count: (by) => this.#count(by),
    });
    this.#set(timer);
    return timer;
  }

  /** Turns that found something that keeps the program alive. Ticks do not: they run at once. */
  get livelyTurns(): number {
    return this.#livelyTurns;
  }

  /** Keeps the program alive until the returned function is called, once. */
  hold(): () => void {
    this.#count(1);
    return () => this.#count(-1);
  }

  /** Looks soon for what can run. */
  wake(): void {
    this.#turns.soon();
  }

  /** Nothing runs any more. */
  stop(): void {
    this.#turns.stop();
  }

  #turn(): void {
    this.#endRest();
    if (this.#references > 0) this.#livelyTurns += 1;
    if (this.#ticks.size === 0) this.#events.between();
    const callback = this.#ticks.size === 0 ? this.#next() : undefined;
    if (!callback && this.#ticks.size === 0) {
      this.#rest();
      return;
    }
    // First the next turn, then the callback: it may throw.
    this.wake();
    callback?.();
    this.#runTicks();
  }

  /** The next callback: of the phase that runs, or of the first after it that has one. */
  #next(): (() => void) | undefined {
    const main = this.#main.shift();
    if (main) this.#references -= 1;
    if (main) return main;
    for (let round = 0; round <= 3 && !this.#turns.stopped; round++) {
      const callback = this.#ofPhase();
      if (callback) return callback;
      this.#phase = phaseAfter[this.#phase];
      if (this.#phase === 'poll') this.#arrived.beginPhase();
      if (this.#phase === 'check') this.#immediates.beginPhase();
    }
    return undefined;
  }

  #ofPhase(): (() => void) | undefined {
    switch (this.#phase) {
      case 'timers':
        return this.#due();
      case 'poll':
        return this.#polled();
      case 'check':
        return this.#taken(this.#immediates.next());
    }
  }

  #due(): (() => void) | undefined {
    const timer = this.#timers.takeDue(this.now());
    if (timer?.hasRef()) this.#references -= 1;
    return timer && (() => timer.fire());
  }

  #polled(): (() => void) | undefined {
    const run = this.#arrived.next();
    if (run) this.#references -= 1;
    return run;
  }

  #taken(immediate: LoopImmediate | undefined): (() => void) | undefined {
    if (immediate) this.#finish(immediate);
    return immediate?.run;
  }

  /** A tick that throws keeps neither the others back nor lets reactions run before them. */
  #runTicks(): void {
    while (this.#ticks.size > 0 && !this.#turns.stopped)
      this.#host.guarded(() => this.#runTicksInOrder());
  }

  #runTicksInOrder(): void {
    for (let tick = this.#ticks.shift(); tick && !this.#turns.stopped; tick = this.#ticks.shift())
      tick();
  }

  /** Nothing can run now; what comes next begins a round, as the program's first module does. */
  #rest(): void {
    this.#phase = 'timers';
    this.#restingSinceMs = this.now();
    const dueMs = this.#timers.nextDueMs();
    if (this.#references === 0) this.#turns.later(graceMs, () => this.#settle());
    else if (dueMs !== undefined)
      this.#turns.later(Math.max(0, dueMs - this.now()), () => this.wake());
  }

  /** A turn begins, or somebody asks: the browser also runs a program's modules between turns. */
  #endRest(): void {
    if (this.#restingSinceMs !== undefined) this.#idleMs += this.now() - this.#restingSinceMs;
    this.#restingSinceMs = undefined;
  }

  #settle(): void {
    if (this.#references === 0) this.#events.idle();
  }

  #set(timer: LoopTimer): void {
    if (!timer.pending && timer.hasRef()) this.#references += 1;
    this.#timers.add(timer, this.now());
    this.wake();
  }

  #unset(timer: LoopTimer): void {
    this.#timers.remove(timer);
    if (timer.hasRef()) this.#count(-1);
  }

  #finish(immediate: LoopImmediate): void {
    immediate.pending = false;
    if (immediate.hasRef()) this.#count(-1);
  }

  #count(by: 1 | -1): void {
    this.#references += by;
    this.wake();
  }
}

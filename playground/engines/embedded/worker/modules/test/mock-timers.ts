import { AbortError } from '../errors/abort-error.ts';
import { invalidArgValue } from '../errors/argument-errors.ts';
import { nodeError } from '../errors/node-error.ts';
import {
  validateArrayOf,
  validateInteger,
  validateNumber,
  validateSignal,
  validateString,
} from '../errors/validate.ts';
import type { Timers } from '../timers/timers.ts';
import { mockDate } from './mock-date.ts';
import { MockedTimer, MockTimerQueue } from './mock-timer-queue.ts';

/** `mock.timers`: a clock that a test moves by hand. */

const longestDelay = 2 ** 31 - 1;
/** Immediates are due before everything else. */
const immediateDelay = -1;

const apis = [
  ...['setTimeout', 'setInterval', 'setImmediate', 'Date', 'scheduler.wait'],
  'AbortSignal.timeout',
] as const;

interface EnableOptions {
  readonly apis?: readonly string[];
  readonly now?: unknown;
}

interface WaitOptions {
  readonly signal?: AbortSignal;
}

/** One property that is replaced while the clock is mocked. */
type Replacement = readonly [owner: object, name: string, value: unknown];

type Callback = (...args: unknown[]) => void;

function checkTime(time: number): void {
  if (time < 0) throw invalidArgValue('time', 'positive integer', String(time));
}

function invalidState(message: string): Error {
  return nodeError(Error, 'ERR_INVALID_STATE', `Invalid state: ${message}`, invalidState);
}

function readNow(now: unknown): number {
  if (now instanceof Date) return now.getTime();
  if (Number.isNaN(now))
    throw invalidArgValue('now', now, 'epoch must be a positive integer received NaN');
  const start = now || 0;
  validateNumber(start, 'initialTime');
  checkTime(start);
  return start;
}

function readApis(wanted: unknown): readonly string[] {
  const names = wanted ?? apis;
  validateArrayOf(names, 'options.apis', validateString);
  for (const name of names as string[])
    if (!apis.includes(name as (typeof apis)[number]))
      throw invalidArgValue('options.apis', name, `option ${name} is not supported`);
  return names as string[];
}

export class MockTimers {
  readonly #timers: Timers;
  readonly #queue = new MockTimerQueue();
  #restore: (() => void)[] = [];
  #enabled = false;
  #nextId = 1;
  #nowMs = 0;

  /** @param timers the module `node:timers`, whose functions are replaced */
  constructor(timers: Timers) {
    this.#timers = timers;
  }

  /** Moves the clock on, and runs what is due until then. */
  tick(time = 1): void {
    this.#checkEnabled();
    checkTime(time);
    this.#nowMs += time;
    for (let timer = this.#queue.first; timer && timer.runAt <= this.#nowMs;) {
      Reflect.apply(timer.callback, undefined, timer.args);
      if (this.#queue.first?.id === timer.id) this.#queue.remove(timer);
      if (timer.interval !== undefined) {
        timer.runAt += timer.interval;
        this.#queue.insert(timer);
      }
      timer = this.#queue.first;
    }
  }

  enable(options: EnableOptions = {}): void {
    if (this.#enabled) throw invalidState('MockTimers is already enabled!');
    const names = readApis(options.apis);
    this.#nowMs = readNow(options.now);
    for (const name of names) this.#replace(this.#replacements(name));
    this.#enabled = true;
  }

  /** Sets the clock; no timer runs, unlike with `tick`. */
  setTime(time: unknown = 0): void {
    validateNumber(time, 'time');
    checkTime(time);
    this.#checkEnabled();
    this.#nowMs = time;
  }

  [Symbol.dispose](): void {
    this.reset();
  }

  /** Puts back what was replaced, and forgets all timers. */
  reset(): void {
    if (!this.#enabled) return;
    for (const restore of this.#restore) restore();
    this.#restore = [];
    this.#enabled = false;
    this.#nowMs = 0;
    this.#queue.clear();
  }

  runAll(): void {
    this.#checkEnabled();
    const last = this.#queue.lastLeaf;
    if (last !== undefined) this.tick(last.runAt - this.#nowMs);
  }

  #checkEnabled(): void {
    if (!this.#enabled)
      throw invalidState('You should enable MockTimers first by calling the .enable function');
  }

  #replace(replacements: readonly Replacement[]): void {
    for (const [owner, name, value] of replacements) {
      const original = Object.getOwnPropertyDescriptor(owner, name);
      if (original === undefined) continue;
      Object.defineProperty(owner, name, { ...original, value });
      this.#restore.push(() => Object.defineProperty(owner, name, original));
    }
  }

  /** In the global scope and in the module. */
  #everywhere(name: string, value: unknown): Replacement[] {
    return [
      [globalThis, name, value],
      [this.#timers, name, value],
    ];
  }

  #replacements(api: string): Replacement[] {
    const { promises } = this.#timers;
    const clear = (timer?: unknown): void => this.#clear(timer);
    const wait = (ms: number, value?: unknown, options?: WaitOptions) =>
      this.#wait(ms, value, options);
    switch (api) {
      case 'setTimeout':
        return [
          ...this.#everywhere(api, this.#creator(false)),
          ...this.#everywhere('clearTimeout', clear),
          [promises, api, wait],
        ];
      case 'setInterval':
        return [
          ...this.#everywhere(api, this.#creator(true)),
          ...this.#everywhere('clearInterval', clear),
          [promises, api, this.#repeat.bind(this)],
        ];
      case 'setImmediate':
        return [
          ...this.#everywhere(api, (run: Callback, ...args: unknown[]) =>
            this.#create(false, run, immediateDelay, args),
          ),
          ...this.#everywhere('clearImmediate', clear),
          [promises, api, (value?: unknown, options?: WaitOptions) => wait(-1, value, options)],
        ];
      case 'Date':
        return [[globalThis, api, mockDate(Date, () => this.#nowMs)]];
      case 'scheduler.wait':
        return [
          [
            promises.scheduler,
            'wait',
            (ms: number, options?: WaitOptions) => wait(ms, undefined, options),
          ],
        ];
      default:
        return [[AbortSignal, 'timeout', (delay: unknown) => this.#signal(delay)]];
    }
  }

  #creator(isInterval: boolean) {
    return (run: Callback, delay: number, ...args: unknown[]): MockedTimer =>
      this.#create(isInterval, run, delay, args);
  }

  #create(isInterval: boolean, callback: Callback, delay: number, args: unknown[]): MockedTimer {
    const ms = delay > longestDelay ? 1 : delay;
    const id = this.#nextId++;
    const interval = isInterval ? ms : undefined;
    const about = { id, callback, runAt: this.#nowMs + ms, interval, args };
    const timer = new MockedTimer(about, (each) => this.#clear(each));
    this.#queue.insert(timer);
    return timer;
  }

  #clear(timer: unknown): void {
    if (timer instanceof MockedTimer && this.#queue.remove(timer)) timer.interval = undefined;
  }

  #signal(delay: unknown): AbortSignal {
    validateInteger(delay, 'delay', 0, 2 ** 32 - 1);
    const controller = new AbortController();
    this.#create(false, () => controller.abort(), delay, []);
    return controller.signal;
  }

  async #wait(ms: number, value: unknown, { signal }: WaitOptions = {}): Promise<unknown> {
    validateSignal(signal, 'options.signal');
    if (signal?.aborted) throw new AbortError(signal.reason);
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const abort = (): void => reject(new AbortError(signal?.reason));
    signal?.addEventListener('abort', abort, { once: true });
    const timer = this.#create(false, resolve, ms, []);
    try {
      await promise;
      return value;
    } finally {
      signal?.removeEventListener('abort', abort);
      this.#clear(timer);
    }
  }

  async *#repeat(ms: number, value: unknown, { signal }: WaitOptions = {}) {
    validateSignal(signal, 'options.signal');
    if (signal?.aborted) throw new AbortError(signal.reason);
    let due = 0;
    let wake = (): void => undefined;
    const abort = (): void => wake();
    signal?.addEventListener('abort', abort, { once: true });
    const run = (): void => {
      due++;
      wake();
    };
    const timer = this.#create(true, run, ms, []);
    try {
      while (!signal?.aborted) {
        if (due === 0) await new Promise<void>((resolve) => (wake = resolve));
        for (; due > 0; due--) yield value;
      }
      throw new AbortError(signal.reason);
    } finally {
      signal?.removeEventListener('abort', abort);
      this.#clear(timer);
    }
  }
}

import { AbortError } from '../errors/abort-error.ts';
import { invalidArgType } from '../errors/argument-errors.ts';
import { validateInteger, validateObject, validateSignal } from '../errors/validate.ts';
import { listen, listenForError, type AnyEmitter } from './any-emitter.ts';
import type { EventName } from './emitter-state.ts';

export interface OnOptions {
  readonly signal?: AbortSignal;
  /** Events that end the iteration. */
  readonly close?: readonly EventName[];
  readonly highWaterMark?: number;
  readonly lowWaterMark?: number;
}

interface Waiter {
  resolve(step: IteratorResult<unknown[]>): void;
  reject(error: unknown): void;
}

type Pausable = { pause?(): void; resume?(): void };

const asyncIteratorPrototype = Object.getPrototypeOf(
  Object.getPrototypeOf(async function* () {}).prototype,
) as object;

/** Events that nobody has read, and readers whom no event has reached: one of them is empty. */
class EventQueue {
  readonly #events: unknown[][] = [];
  readonly #waiters: Waiter[] = [];
  readonly #source: Pausable;
  readonly #high: number;
  readonly #low: number;
  #paused = false;
  #failure: { readonly error: unknown } | undefined;
  #closed = false;
  readonly ends: (() => void)[] = [];

  constructor(source: Pausable, high: number, low: number) {
    this.#source = source;
    this.#high = high;
    this.#low = low;
  }

  push(args: unknown[]): void {
    const waiter = this.#waiters.shift();
    if (waiter !== undefined) {
      waiter.resolve({ value: args, done: false });
      return;
    }
    this.#events.push(args);
    if (this.#paused || this.#events.length <= this.#high) return;
    this.#paused = true;
    this.#source.pause?.();
  }

  next(): Promise<IteratorResult<unknown[]>> {
    const event = this.#events.shift();
    if (event !== undefined) {
      this.#resumeBelowLow();
      return Promise.resolve({ value: event, done: false });
    }
    const failure = this.#failure;
    if (failure !== undefined) {
      this.#failure = undefined;
      return Promise.reject(failure.error);
    }
    if (this.#closed) return this.close();
    return new Promise((resolve, reject) => this.#waiters.push({ resolve, reject }));
  }

  fail(error: unknown): void {
    const waiter = this.#waiters.shift();
    if (waiter === undefined) this.#failure = { error };
    else waiter.reject(error);
    void this.close();
  }

  close(): Promise<IteratorResult<unknown[]>> {
    for (const end of this.ends.splice(0)) end();
    this.#closed = true;
    this.#paused = false;
    const done = { value: undefined, done: true } as const;
    for (const waiter of this.#waiters.splice(0)) waiter.resolve(done);
    return Promise.resolve(done);
  }

  #resumeBelowLow(): void {
    if (!this.#paused || this.#events.length >= this.#low) return;
    this.#source.resume?.();
    this.#paused = false;
  }
}

function subscribe(queue: EventQueue, emitter: AnyEmitter, name: EventName, options: OnOptions) {
  const { signal, close = [] } = options;
  const failed = (error: unknown): void => queue.fail(error);
  queue.ends.push(listen(emitter, name, (...args) => queue.push(args)));
  if (name !== 'error') queue.ends.push(listenForError(emitter, failed));
  for (const event of close) queue.ends.push(listen(emitter, event, () => queue.close()));
  if (signal === undefined) return;
  const aborted = (): void => failed(new AbortError(signal.reason));
  queue.ends.push(listen(signal, 'abort', aborted, { once: true }));
}

/**
 * Iterates over an event's occurrences, each as its array of arguments.
 * @throws through the iteration: what an `error` event carries, or an AbortError
 */
export function on(
  emitter: AnyEmitter,
  name: EventName,
  options: OnOptions = {},
): AsyncIterableIterator<unknown[]> {
  validateObject(options, 'options');
  const { signal, highWaterMark = Number.MAX_SAFE_INTEGER, lowWaterMark = 1 } = options;
  validateSignal(signal, 'options.signal');
  if (signal?.aborted) throw new AbortError(signal.reason);
  validateInteger(highWaterMark, 'options.highWaterMark', 1);
  validateInteger(lowWaterMark, 'options.lowWaterMark', 1);
  const queue = new EventQueue(emitter as Pausable, highWaterMark, lowWaterMark);
  subscribe(queue, emitter, name, options);
  const iterator = {
    next: () => queue.next(),
    return: () => queue.close(),
    throw(error: unknown) {
      if (!(error instanceof Error))
        throw invalidArgType('EventEmitter.AsyncIterator', 'Error', error);
      queue.fail(error);
    },
    [Symbol.asyncIterator]: () => iterator,
  } as AsyncIterableIterator<unknown[]>;
  return Object.setPrototypeOf(iterator, asyncIteratorPrototype);
}

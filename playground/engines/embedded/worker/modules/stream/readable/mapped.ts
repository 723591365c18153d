import { plainAbort } from '../core/stream-errors.ts';
import {
  validateFunction,
  validateInteger,
  validateObject,
  validateSignal,
} from '../../errors/validate.ts';

/** `map`: several values at once, results in the order of the source. */

export interface MapOptions {
  readonly signal?: AbortSignal;
  readonly concurrency?: number;
  readonly highWaterMark?: number;
}

export type Mapper = (value: unknown, options: { readonly signal: AbortSignal }) => unknown;

/** A result that is left out. */
export const skip = Symbol('kEmpty');
const endOfSource = Symbol('kEof');

/** Checks the arguments at once; nothing is read before somebody asks for a result. */
export function mapped(
  source: AsyncIterable<unknown>,
  fn: Mapper,
  options?: MapOptions | null,
): AsyncGenerator<unknown> {
  validateFunction(fn, 'fn');
  if (options !== undefined && options !== null) validateObject(options, 'options');
  const signal = options?.signal ?? undefined;
  if (signal !== undefined) validateSignal(signal, 'options.signal');
  const concurrency = Math.floor(options?.concurrency ?? 1);
  const ahead = Math.floor(options?.highWaterMark ?? concurrency - 1);
  validateInteger(concurrency, 'options.concurrency', 1);
  validateInteger(ahead, 'options.highWaterMark', 0);
  return new Mapping(source, fn, concurrency, ahead + concurrency, signal).results();
}

class Mapping {
  readonly #source: AsyncIterable<unknown>;
  readonly #fn: Mapper;
  readonly #most: { readonly running: number; readonly waiting: number };
  readonly #signal: AbortSignal;
  /** Results in the order of the source. */
  readonly #queue: unknown[] = [];
  #running = 0;
  #done = false;
  /** Wakes who reads results, and who reads the source. */
  #next: (() => void) | undefined;
  #resume: (() => void) | undefined;

  constructor(
    source: AsyncIterable<unknown>,
    fn: Mapper,
    running: number,
    waiting: number,
    signal: AbortSignal | undefined,
  ) {
    this.#source = source;
    this.#fn = fn;
    this.#most = { running, waiting };
    this.#signal = AbortSignal.any(signal ? [signal] : []);
  }

  async *results(): AsyncGenerator<unknown> {
    void this.#pump();
    try {
      for (;;) {
        while (this.#queue.length > 0) {
          const value = await this.#queue[0];
          if (value === endOfSource) return;
          if (this.#signal.aborted) throw plainAbort();
          if (value !== skip) yield value;
          this.#queue.shift();
          this.#resumeIfFree();
        }
        await new Promise<void>((resolve) => (this.#next = resolve));
      }
    } finally {
      this.#done = true;
      this.#wakeSource();
    }
  }

  async #pump(): Promise<void> {
    try {
      for await (const value of this.#source) {
        if (this.#done) return;
        if (this.#signal.aborted) throw plainAbort();
        if (!this.#start(value)) continue;
        this.#wakeReader();
        const { running, waiting } = this.#most;
        const full = this.#queue.length >= waiting || this.#running >= running;
        if (!this.#done && full) await new Promise<void>((resolve) => (this.#resume = resolve));
      }
      this.#queue.push(endOfSource);
    } catch (error) {
      this.#watch(Promise.reject(error));
    } finally {
      this.#done = true;
      this.#wakeReader();
    }
  }

  /** @returns whether there will be a result */
  #start(value: unknown): boolean {
    let result: Promise<unknown>;
    try {
      const returned = this.#fn(value, { signal: this.#signal });
      if (returned === skip) return false;
      result = Promise.resolve(returned);
    } catch (error) {
      result = Promise.reject(error);
    }
    this.#running += 1;
    this.#watch(result);
    return true;
  }

  #watch(result: Promise<unknown>): void {
    const settled = (): void => {
      this.#running -= 1;
      this.#resumeIfFree();
    };
    result.then(settled, () => {
      this.#done = true;
      settled();
    });
    this.#queue.push(result);
  }

  #resumeIfFree(): void {
    const { running, waiting } = this.#most;
    if (!this.#done && this.#running < running && this.#queue.length < waiting) this.#wakeSource();
  }

  #wakeSource(): void {
    this.#resume?.();
    this.#resume = undefined;
  }

  #wakeReader(): void {
    this.#next?.();
    this.#next = undefined;
  }
}

import { Buffer } from '../../buffer/buffer.ts';
import { invalidArgType } from '../../errors/argument-errors.ts';
import { bothErrors, streamErrors } from '../core/stream-errors.ts';
import { nextTick } from '../core/ticks.ts';
import type { Done, Readable, StreamOptions } from '../core/types.ts';

/** `Readable.from`: a stream of what an iterable gives. */

type Constructor<Made> = new (options: StreamOptions) => Made;
interface AnyIterator extends Omit<Partial<AsyncIterator<unknown>>, 'next'> {
  next(): unknown;
}
type Step = IteratorResult<unknown>;

/** @param Class of the stream that is made */
export function readableFrom<Made extends Readable>(
  Class: Constructor<Made>,
  iterable: unknown,
  options?: StreamOptions,
): Made {
  if (typeof iterable === 'string' || iterable instanceof Buffer) {
    return new Class({
      objectMode: true,
      ...options,
      read() {
        this.push(iterable);
        this.push(null);
      },
    });
  }
  const source = iterable as Partial<AsyncIterable<unknown> & Iterable<unknown>> | null | undefined;
  const isAsync = !!source?.[Symbol.asyncIterator];
  const iterator = source?.[Symbol.asyncIterator]?.() ?? source?.[Symbol.iterator]?.();
  if (!iterator) throw invalidArgType('iterable', ['Iterable'], iterable);
  const stream = new Class({ objectMode: true, highWaterMark: 1, ...options });
  const feeder = new Feeder(stream, iterator as AnyIterator, isAsync);
  stream._read = () => feeder.read();
  const destroy = stream._destroy;
  stream._destroy = function (error, done) {
    destroy.call(this, error, (failure) => feeder.close(failure || error, done));
  };
  return stream;
}

/** Moves values from an iterator to a stream, as long as the stream wants them. */
class Feeder {
  readonly #stream: Readable;
  readonly #iterator: AnyIterator;
  /** Whether steps, or values, may come later. */
  #mode: 'sync' | 'sync-with-promises' | 'async';
  #reading = false;

  constructor(stream: Readable, iterator: AnyIterator, isAsync: boolean) {
    this.#stream = stream;
    this.#iterator = iterator;
    this.#mode = isAsync ? 'async' : 'sync';
  }

  read(): void {
    if (this.#reading) return;
    this.#reading = true;
    if (this.#mode === 'sync') this.#feedAtOnce();
    else if (this.#mode === 'async') void this.#feedAsync();
    else void this.#feedPromises();
  }

  close(error: Error | null | undefined, done: Done): void {
    this.#closeIterator(error).then(
      () => nextTick(done, error),
      (failure: Error) => nextTick(done, bothErrors(error, failure)),
    );
  }

  async #closeIterator(error: unknown): Promise<void> {
    const iterator = this.#iterator;
    if (error !== undefined && error !== null && typeof iterator.throw === 'function') {
      const { value, done } = await iterator.throw(error);
      await value;
      if (done) return;
    }
    if (typeof iterator.return === 'function') {
      const { value } = await iterator.return();
      await value;
    }
  }

  #feedAtOnce(): void {
    try {
      for (;;) {
        const step = this.#iterator.next() as Step;
        if (isPromised(step)) {
          this.#mode = 'sync-with-promises';
          void this.#feedPromises(step);
          return;
        }
        if (!this.#take(step)) return;
      }
    } catch (error) {
      this.#stream.destroy(error as Error);
    }
  }

  /** @param first a step that was taken already */
  async #feedAsync(): Promise<void> {
    try {
      while (this.#take((await this.#iterator.next()) as Step));
    } catch (error) {
      this.#stream.destroy(error as Error);
    }
  }

  /** Only what is a promise is waited for. @param first a step that was taken already */
  async #feedPromises(first?: Step): Promise<void> {
    try {
      let step = first ?? (this.#iterator.next() as Step);
      while (this.#take(isPromised(step) ? { value: await step.value } : step))
        step = this.#iterator.next() as Step;
    } catch (error) {
      this.#stream.destroy(error as Error);
    }
  }

  /** @returns whether the stream wants the next one at once */
  #take({ value, done }: Step): boolean {
    if (done) {
      this.#stream.push(null);
      return false;
    }
    if (value === null) {
      this.#reading = false;
      throw streamErrors.nullValues();
    }
    if (this.#stream.push(value)) return true;
    this.#reading = false;
    return false;
  }
}

function isPromised({ value, done }: Step): boolean {
  return !done && !!value && typeof (value as Partial<PromiseLike<unknown>>).then === 'function';
}

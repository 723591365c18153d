import { addAbortListener } from '../../events/any-emitter.ts';
import { AbortError } from '../../errors/abort-error.ts';
import { invalidArgType, missingArgs } from '../../errors/argument-errors.ts';
import { validateFunction, validateSignal } from '../../errors/validate.ts';
import { isReadable, isReadableFinished } from '../core/condition.ts';
import { destroyer } from '../core/destroyer.ts';
import { finished } from '../core/finished.ts';
import {
  isAsyncIterable,
  isIterable,
  isNodeStream,
  isReadableNodeStream,
  isReadableStream,
  isTransformStream,
  isWebStream,
} from '../core/kind.ts';
import { invalidReturn, streamErrors } from '../core/stream-errors.ts';
import { nextTick, once } from '../core/ticks.ts';
import type { Readable, Writable } from '../core/types.ts';
import { Duplex } from '../duplex/duplex.ts';
import { PassThrough } from '../duplex/transform.ts';
import { iterate } from '../readable/iterate.ts';
import { pumpToNode, pumpToWeb, type Finish } from './pump.ts';

/** `pipeline`: streams, generators and functions in a row, that end and fail together. */

export interface PipelineOptions {
  readonly signal?: AbortSignal | undefined;
  /** Whether the last one ends with the one before. */
  readonly end?: boolean | undefined;
}

export type PipelineCallback = (error?: Error | null, value?: unknown) => void;

type Step = (source: unknown, options?: { readonly signal: AbortSignal }) => unknown;
type Iterable_ = Iterable<unknown> | AsyncIterable<unknown>;

const sources = ['Readable', 'Iterable', 'AsyncIterable', 'ReadableStream', 'TransformStream'];

/** `pipeline(source, …, destination, callback)`. @returns the last stream */
export function pipeline(...args: unknown[]): unknown {
  const callback = args.pop();
  validateFunction(callback, 'streams[stream.length - 1]');
  return runPipeline(args, once(callback as unknown as PipelineCallback));
}

/** @param streams themselves, or one list of them */
export function runPipeline(
  streams: readonly unknown[],
  callback: PipelineCallback,
  options: PipelineOptions = {},
): unknown {
  const [first] = streams;
  const all = streams.length === 1 && Array.isArray(first) ? (first as unknown[]) : streams;
  if (all.length < 2) throw missingArgs('streams');
  validateSignal(options.signal, 'options.signal');
  return new Pipeline(all, callback, options).start();
}

class Pipeline {
  readonly #streams: readonly unknown[];
  readonly #callback: PipelineCallback;
  readonly #options: PipelineOptions;
  readonly #controller = new AbortController();
  readonly #destroys: ((error: Error | undefined) => void)[] = [];
  /** What is taken back from a last stream that can be read on. */
  readonly #lastCleanUps: (() => void)[] = [];
  #listening: Disposable | undefined;
  #error: Error | undefined;
  #value: unknown;
  #pending = 0;

  constructor(streams: readonly unknown[], callback: PipelineCallback, options: PipelineOptions) {
    this.#streams = streams;
    this.#callback = callback;
    this.#options = options;
  }

  start(): unknown {
    const { signal } = this.#options;
    const abort = (): void => this.#settle(new AbortError(signal?.reason), false);
    if (signal) this.#listening = addAbortListener(signal, abort);
    let current: unknown;
    for (const [at, stream] of this.#streams.entries()) {
      if (isNodeStream(stream)) this.#watch(stream, at);
      current = at === 0 ? this.#source(stream) : this.#connect(current, stream, at);
    }
    if (this.#controller.signal.aborted || signal?.aborted) nextTick(abort);
    return current;
  }

  #isLast(at: number): boolean {
    return at === this.#streams.length - 1;
  }

  /** Whether the stream ends when the one before it does. */
  #ends(at: number): boolean {
    return !this.#isLast(at) || this.#options.end !== false;
  }

  readonly #finish: Finish = (error) => {
    this.#pending -= 1;
    this.#settle(error, this.#pending === 0);
  };

  readonly #fail = (error: Error): void => this.#settle(error, false);

  #settle(error: Error | null | undefined, last: boolean): void {
    const known = this.#error as (Error & { readonly code?: string }) | undefined;
    const minor = known?.code === 'ERR_STREAM_PREMATURE_CLOSE' || known?.name === 'AbortError';
    if (error && (!known || minor)) this.#error = error;
    if (!this.#error && !last) return;
    for (const destroy of this.#destroys.splice(0)) destroy(this.#error);
    this.#listening?.[Symbol.dispose]();
    this.#controller.abort();
    if (!last) return;
    if (!this.#error) for (const cleanUp of this.#lastCleanUps) cleanUp();
    nextTick(this.#callback, this.#error, this.#value);
  }

  #watch(stream: Readable | Writable, at: number): void {
    const next = this.#streams[at + 1] as Partial<Readable> | null | undefined;
    if (!this.#isLast(at) && next !== null && (next?.closed || next?.destroyed))
      throw streamErrors.unableToPipe();
    const staysReadable = this.#isLast(at) && !!isReadable(stream);
    if (this.#ends(at)) {
      const cleanUp = this.#destroyWithRest(stream, !this.#isLast(at), at > 0);
      if (staysReadable) this.#lastCleanUps.push(cleanUp);
    }
    const onError = (error: Error & { readonly code?: string }): void => {
      const expected = error?.name === 'AbortError' || error?.code === 'ERR_STREAM_PREMATURE_CLOSE';
      if (error && !expected) this.#fail(error);
    };
    stream.on('error', onError as never);
    if (staysReadable)
      this.#lastCleanUps.push(() => void stream.removeListener('error', onError as never));
  }

  /** @returns the function that takes back the listeners */
  #destroyWithRest(stream: Readable | Writable, readable: boolean, writable: boolean): () => void {
    let over = false;
    stream.on('close', () => (over = true));
    const cleanUp = finished(stream, { readable, writable }, (error?: Error) => {
      over = !error;
    });
    this.#destroys.push((error) => {
      if (over) return;
      over = true;
      destroyer(stream, error || streamErrors.destroyed('pipe'));
    });
    return cleanUp;
  }

  #source(stream: unknown): unknown {
    if (typeof stream === 'function') {
      const made = (stream as Step)({ signal: this.#controller.signal });
      if (isIterable(made)) return made;
      throw invalidReturn('Iterable, AsyncIterable or Stream', 'source', made);
    }
    const isSource =
      isIterable(stream) || isReadableNodeStream(stream) || isTransformStream(stream);
    return isSource ? stream : Duplex.from(stream);
  }

  #connect(before: unknown, stream: unknown, at: number): unknown {
    if (typeof stream === 'function') return this.#call(before, stream as Step, at);
    if (isNodeStream(stream)) {
      this.#intoNode(before, stream as Writable, at);
      return stream;
    }
    if (!isWebStream(stream)) return Duplex.from(stream);
    this.#pending += 1;
    const from = isReadableNodeStream(before) ? iterableOf(before) : readable(before);
    void pumpToWeb(from, stream as WritableStream, this.#finish, this.#ends(at));
    return stream;
  }

  #intoNode(before: unknown, to: Writable, at: number): void {
    if (isReadableNodeStream(before)) {
      this.#pending += 2;
      const cleanUp = this.#pipe(before, to, this.#ends(at));
      if (this.#isLast(at) && isReadable(to)) this.#lastCleanUps.push(cleanUp);
    } else {
      const from = readable(before);
      this.#pending += 1;
      void pumpToNode(from, to, this.#finish, this.#ends(at));
    }
  }

  /** A function: it takes what came before, and gives what goes on, or a last value. */
  #call(before: unknown, step: Step, at: number): unknown {
    const input = iterableOf(isTransformStream(before) ? before.readable : before);
    const made = step(input, { signal: this.#controller.signal });
    if (!this.#isLast(at)) {
      if (isAsyncIterable(made)) return made;
      throw invalidReturn('AsyncIterable', `transform[${at - 1}]`, made);
    }
    const result = new PassThrough({ objectMode: true });
    const end = this.#options.end !== false;
    if (typeof (made as Partial<PromiseLike<unknown>> | undefined)?.then === 'function') {
      this.#pending += 1;
      this.#takeValue(made as PromiseLike<unknown>, result, end);
    } else if (isAsyncIterable(made)) {
      this.#pending += 1;
      void pumpToNode(made, result, this.#finish, end);
    } else if (isReadableStream(made) || isTransformStream(made)) {
      this.#pending += 1;
      void pumpToNode(readable(made), result, this.#finish, end);
    } else throw invalidReturn('AsyncIterable or Promise', 'destination', made);
    this.#lastCleanUps.push(this.#destroyWithRest(result, false, true));
    return result;
  }

  #takeValue(made: PromiseLike<unknown>, result: Duplex, end: boolean): void {
    made.then(
      (value) => {
        this.#value = value;
        if (value !== null && value !== undefined) result.write(value);
        if (end) result.end();
        nextTick(this.#finish);
      },
      (error: Error) => {
        result.destroy(error);
        nextTick(this.#finish, error);
      },
    );
  }

  /** @returns the function that takes back the listeners of the destination */
  #pipe(from: Readable, to: Writable, end: boolean): () => void {
    let ended = false;
    to.on('close', () => {
      if (!ended) this.#fail(streamErrors.prematureClose());
    });
    from.pipe(to, { end: false });
    const endTo = (): void => {
      ended = true;
      to.end();
    };
    if (!end) this.#finish();
    else if (isReadableFinished(from)) nextTick(endTo);
    else from.once('end', endTo);
    finished(from, { readable: true, writable: false }, (error?: Error & { code?: string }) => {
      const state = from._readableState as Readable['_readableState'] | undefined;
      const allCame = !!state?.ended && !state.errored && !state.errorEmitted;
      // Closed before its end was told, although everything came: the end is on its way.
      if (error?.code === 'ERR_STREAM_PREMATURE_CLOSE' && allCame)
        from.once('end', this.#finish as never).once('error', this.#finish as never);
      else this.#finish(error);
    });
    return finished(to, { readable: false, writable: true }, this.#finish);
  }
}

function iterableOf(value: unknown): Iterable_ {
  if (isIterable(value)) return value;
  if (isReadableNodeStream(value)) return iterate(value);
  throw invalidArgType('val', ['Readable', 'Iterable', 'AsyncIterable'], value);
}

/** What can be read of something that is no stream of Node's. */
function readable(value: unknown): Iterable_ {
  if (isTransformStream(value)) return value.readable;
  if (isReadableStream(value) || isIterable(value)) return value;
  throw invalidArgType('val', sources, value);
}

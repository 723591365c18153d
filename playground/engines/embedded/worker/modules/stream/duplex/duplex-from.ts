import { AbortError } from '../../errors/abort-error.ts';
import { invalidArgType } from '../../errors/argument-errors.ts';
import { destroyer } from '../core/destroyer.ts';
import {
  isDuplexNodeStream,
  isIterable,
  isNodeStream,
  isReadableNodeStream,
  isReadableStream,
  isWritableNodeStream,
  isWritableStream,
} from '../core/kind.ts';
import { invalidReturn } from '../core/stream-errors.ts';
import { nextTick, nop } from '../core/ticks.ts';
import type { Done, StreamOptions } from '../core/types.ts';
import { readableFrom } from '../readable/from.ts';
import { Readable } from '../readable/readable.ts';
import { fromWebPair } from '../web/duplex-adapters.ts';
import { Writable } from '../writable/writable.ts';
import { makeDuplexify } from './duplexify.ts';
import type { Duplex } from './duplex.ts';
import { joinPair } from './join-pair.ts';

/** `Duplex.from`: a duplex of anything that can be read from or written to. */

const bodyTypes = [
  'Blob',
  'ReadableStream',
  'WritableStream',
  'Stream',
  'Iterable',
  'AsyncIterable',
  'Function',
  '{ readable, writable } pair',
  'Promise',
];

interface Pair {
  readonly readable?: unknown;
  readonly writable?: unknown;
}

/** @param name of the argument, for errors */
export function duplexFrom(body: unknown, name: string): Duplex {
  if (isDuplexNodeStream(body)) return body;
  if (isReadableNodeStream(body)) return joinPair({ readable: body });
  if (isWritableNodeStream(body)) return joinPair({ writable: body });
  if (isNodeStream(body)) return joinPair({});
  if (isReadableStream(body)) return joinPair({ readable: Readable.fromWeb(body) });
  if (isWritableStream(body)) return joinPair({ writable: Writable.fromWeb(body) });
  if (typeof body === 'function') return fromFunction(body as Body, name);
  if (body instanceof Blob) return duplexFrom(body.arrayBuffer(), name);
  if (isIterable(body))
    return readableFrom(makeDuplexify(), body, { objectMode: true, writable: false });
  const { readable, writable } = (body ?? {}) as Pair;
  if (isReadableStream(readable) && isWritableStream(writable))
    return fromWebPair({ readable, writable });
  if (typeof readable === 'object' || typeof writable === 'object')
    return joinPair({
      readable: sideOf(readable, isReadableNodeStream),
      writable: sideOf(writable, isWritableNodeStream),
    });
  const { then } = (body ?? {}) as Partial<PromiseLike<unknown>>;
  if (typeof then === 'function') return fromPromise(body as PromiseLike<unknown>);
  throw invalidArgType(name, bodyTypes, body);
}

function sideOf<Side>(value: unknown, isSide: (value: unknown) => value is Side) {
  if (!value) return undefined;
  return isSide(value) ? value : (duplexFrom(value, 'body') as unknown as Side);
}

function fromPromise(promise: PromiseLike<unknown>): Duplex {
  const stream = new (makeDuplexify())({ objectMode: true, writable: false, read: nop });
  promise.then(
    (value) => {
      if (value !== null && value !== undefined) stream.push(value);
      stream.push(null);
    },
    (error: unknown) => destroyer(stream, error),
  );
  return stream;
}

type Body = (source: AsyncGenerator<unknown>, options: { readonly signal: AbortSignal }) => unknown;

interface Given {
  readonly chunk?: unknown;
  readonly done: boolean;
  readonly taken: Done;
}

/** What is written, as a generator function reads it: one chunk at a time. */
class Intake {
  #waiting = Promise.withResolvers<Given>();
  #open = true;
  readonly controller = new AbortController();

  async *chunks(): AsyncGenerator<unknown> {
    for (;;) {
      const { chunk, done, taken } = await this.#waiting.promise;
      nextTick(taken);
      if (done) return;
      const { signal } = this.controller;
      if (signal.aborted) throw new AbortError(signal.reason);
      this.#waiting = Promise.withResolvers();
      this.#open = true;
      yield chunk;
    }
  }

  give(given: Given): void {
    this.#open = false;
    this.#waiting.resolve(given);
  }

  abort(error: unknown): void {
    this.controller.abort(error);
    if (this.#open) this.give({ done: true, taken: nop });
  }
}

function fromFunction(body: Body, name: string): Duplex {
  const intake = new Intake();
  const value = body(intake.chunks(), { signal: intake.controller.signal });
  const options: StreamOptions = {
    objectMode: true,
    write: (chunk, _encoding, taken) => intake.give({ chunk, done: false, taken }),
    final: (taken) => intake.give({ done: true, taken }),
    destroy(error, done) {
      intake.abort(error);
      done(error);
    },
  };
  if (isDuplexNodeStream(value)) return value;
  if (isIterable(value)) return readableFrom(makeDuplexify(), value, options);
  if (typeof (value as Partial<PromiseLike<unknown>> | undefined)?.then === 'function')
    return fromSink(value as PromiseLike<unknown>, intake, options);
  throw invalidReturn('Iterable, AsyncIterable or AsyncFunction', name, value);
}

/** A function that only takes: its promise tells when it is done. */
function fromSink(result: PromiseLike<unknown>, intake: Intake, options: StreamOptions): Duplex {
  const finished = result.then(
    (value) => {
      if (value !== null && value !== undefined) throw invalidReturn('nully', 'body', value);
    },
    (error: unknown) => destroyer(stream, error),
  );
  const stream: Duplex = new (makeDuplexify())({
    ...options,
    readable: false,
    final(done) {
      const taken = (): void =>
        void finished.then(
          () => nextTick(done, null),
          (error: Error) => nextTick(done, error),
        );
      intake.give({ done: true, taken });
    },
  });
  return stream;
}

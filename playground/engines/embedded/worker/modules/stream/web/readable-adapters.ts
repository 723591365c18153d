import { Buffer } from '../../buffer/buffer.ts';
import { invalidArgType, invalidArgValue } from '../../errors/argument-errors.ts';
import { validateBoolean, validateObject, validateOneOf } from '../../errors/validate.ts';
import { isReadable } from '../core/condition.ts';
import { destroyer } from '../core/destroyer.ts';
import { atOnce, finished } from '../core/finished.ts';
import { nextTick, nop } from '../core/ticks.ts';
import type { Readable as ReadableType, StreamOptions } from '../core/types.ts';
import { Readable } from '../readable/readable.ts';
import { callBack, forWeb } from './adapter-errors.ts';

/** Between `Readable` and `ReadableStream`. */

/** Throws in a tick, where nobody can catch it. */
export function throwLater(error: unknown): void {
  nextTick(() => {
    throw error;
  });
}

/** @throws {TypeError} where it is no encoding */
export function checkEncoding(encoding: unknown): void {
  if (encoding !== undefined && !Buffer.isEncoding(encoding as string))
    throw invalidArgValue('options.encoding', encoding);
}

export function fromWebReadable(web: ReadableStream, options: StreamOptions = {}): ReadableType {
  if (!(web instanceof ReadableStream))
    throw invalidArgType('readableStream', 'ReadableStream', web);
  validateObject(options, 'options');
  const { highWaterMark, encoding, objectMode = false, signal } = options;
  checkEncoding(encoding);
  validateBoolean(objectMode, 'options.objectMode');
  const reader = web.getReader();
  let closed = false;
  const stream = new Readable({
    objectMode,
    ...(highWaterMark === undefined ? {} : { highWaterMark }),
    encoding,
    signal,
    read: () => pullInto(stream, reader),
    destroy(error, done) {
      const call = (): void => callBack(() => done(error), throwLater);
      if (closed) call();
      else reader.cancel(error).then(call, call);
    },
  });
  reader.closed.then(
    () => (closed = true),
    (error: unknown) => {
      closed = true;
      destroyer(stream, error);
    },
  );
  return stream;
}

/** Moves one chunk. */
export function pullInto(stream: ReadableType, reader: ReadableStreamDefaultReader): void {
  reader.read().then(
    ({ done, value }) => void stream.push(done ? null : value),
    (error: unknown) => destroyer(stream, error),
  );
}

export interface ToWebOptions {
  readonly strategy?: QueuingStrategy;
  readonly type?: 'bytes' | undefined;
}

const hushed = new WeakSet<object>();

export function toWebReadable(stream: ReadableType, options: ToWebOptions = {}): ReadableStream {
  if (typeof (stream as Partial<ReadableType> | undefined)?._readableState !== 'object')
    throw invalidArgType('streamReadable', 'stream.Readable', stream);
  validateObject(options, 'options');
  if (options.type !== undefined) validateOneOf(options.type, 'options.type', ['bytes', undefined]);
  return new ToWeb(stream, options).web;
}

type AnyController = ReadableStreamDefaultController | ReadableByteStreamController;

class ToWeb {
  readonly web: ReadableStream;
  readonly #stream: ReadableType;
  #controller: AnyController | undefined;
  #over = false;

  constructor(stream: ReadableType, { type, strategy }: ToWebOptions) {
    this.#stream = stream;
    const readable = !!isReadable(stream);
    const source = {
      ...(type === 'bytes' ? { type } : {}),
      start: (controller: AnyController) => void (this.#controller = controller),
      cancel: (reason: unknown) => {
        this.#over = true;
        destroyer(stream, reason);
      },
      ...(readable ? { pull: () => void stream.resume() } : {}),
    };
    const queue = readable ? (strategy ?? strategyOf(stream, type)) : undefined;
    this.web = new ReadableStream(source as unknown as UnderlyingDefaultSource, queue);
    this.#watch();
    if (readable && !this.#over) this.#read();
  }

  #watch(): void {
    const stream = this.#stream;
    const known: { cleanUp: () => void } = { cleanUp: nop };
    known.cleanUp = finished(
      stream,
      { writable: false, [atOnce]: true },
      (error?: unknown): void => {
        known.cleanUp();
        if (!hushed.has(stream)) stream.on('error', nop);
        hushed.add(stream);
        if (this.#over) return;
        this.#over = true;
        const why = forWeb(error);
        if (why) this.#controller?.error(why);
        else this.#close();
      },
    );
    if (this.#over) known.cleanUp();
  }

  #close(): void {
    this.#controller?.close();
    const request = (this.#controller as ReadableByteStreamController | undefined)?.byobRequest;
    request?.respond(0);
  }

  #read(): void {
    const stream = this.#stream;
    stream.pause();
    stream.on('data', (chunk: unknown) => {
      const isBytes = chunk instanceof Buffer && !stream.readableObjectMode;
      this.#controller?.enqueue((isBytes ? new Uint8Array(chunk) : chunk) as never);
      if ((this.#controller?.desiredSize ?? 0) <= 0) stream.pause();
    });
  }
}

function strategyOf(stream: ReadableType, type: 'bytes' | undefined): QueuingStrategy {
  const { readableHighWaterMark: highWaterMark, readableObjectMode } = stream;
  if (type === 'bytes') return { highWaterMark };
  return readableObjectMode
    ? new CountQueuingStrategy({ highWaterMark })
    : new ByteLengthQueuingStrategy({ highWaterMark });
}

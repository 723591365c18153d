import { Buffer } from '../../buffer/buffer.ts';
import { invalidArgType } from '../../errors/argument-errors.ts';
import { validateBoolean, validateObject } from '../../errors/validate.ts';
import { isDestroyed, isWritable, isWritableEnded } from '../core/condition.ts';
import { destroyer } from '../core/destroyer.ts';
import { finished } from '../core/finished.ts';
import { plainAbort, streamErrors } from '../core/stream-errors.ts';
import { nextTick, nop } from '../core/ticks.ts';
import type { Done, StreamOptions, Writable as WritableType, WriteRequest } from '../core/types.ts';
import { Writable } from '../writable/writable.ts';
import { callBack, forWeb } from './adapter-errors.ts';
import { throwLater } from './readable-adapters.ts';

/** Between `Writable` and `WritableStream`. */

type Writer = WritableStreamDefaultWriter<unknown>;

/** What a stream of Node's does with a writer of the web: for `Writable` and `Duplex`. */
export class WriterEnd {
  closed = false;
  readonly writer: Writer;
  readonly #options: StreamOptions;
  readonly #destroy: (error: unknown) => void;

  /** @param destroy destroys the stream that is written to */
  constructor(writer: Writer, options: StreamOptions, destroy: (error: unknown) => void) {
    this.writer = writer;
    this.#options = options;
    this.#destroy = destroy;
  }

  write(chunk: unknown, encoding: string, done: Done): void {
    const bytes = this.#bytesOf(chunk, encoding);
    const call = (error?: Error): void => callBack(() => done(error), this.#destroy);
    this.writer.ready.then(() => this.writer.write(bytes)).then(() => call(), call);
  }

  writeAll(chunks: readonly WriteRequest[], done: Done): void {
    const call = this.#later(done);
    this.writer.ready
      .then(() => Promise.all(chunks.map(({ chunk }) => this.writer.write(chunk))))
      .then(() => call(), call);
  }

  close(done: Done): void {
    const call = this.#later(done);
    if (!this.closed) this.writer.close().then(() => call(), call);
  }

  /** What the callback throws destroys the stream in a tick. */
  #later(done: Done): (error?: Error) => void {
    return (error) =>
      callBack(
        () => done(error),
        (thrown) => nextTick(() => this.#destroy(thrown)),
      );
  }

  #bytesOf(chunk: unknown, encoding: string): unknown {
    const { decodeStrings = true, objectMode = false } = this.#options;
    if (typeof chunk !== 'string' || !decodeStrings || objectMode) return chunk;
    const { buffer, byteOffset, byteLength } = Buffer.from(chunk, encoding as BufferEncoding);
    return new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);
  }
}

export function fromWebWritable(web: WritableStream, options: StreamOptions = {}): WritableType {
  if (!(web instanceof WritableStream))
    throw invalidArgType('writableStream', 'WritableStream', web);
  validateObject(options, 'options');
  const { highWaterMark, decodeStrings = true, objectMode = false, signal } = options;
  validateBoolean(objectMode, 'options.objectMode');
  validateBoolean(decodeStrings, 'options.decodeStrings');
  const end = new WriterEnd(web.getWriter(), options, (error) => destroyer(stream, error));
  const { writer } = end;
  const stream: WritableType = new Writable({
    ...(highWaterMark === undefined ? {} : { highWaterMark }),
    objectMode,
    decodeStrings,
    signal,
    writev: (chunks, done) => end.writeAll(chunks, done),
    write: (chunk, encoding, done) => end.write(chunk, encoding, done),
    final: (done) => end.close(done),
    destroy(error, done) {
      const call = (): void => callBack(() => done(error), throwLater);
      if (end.closed) call();
      else if (error === null || error === undefined) writer.close().then(call, call);
      else writer.abort(error).then(call, call);
    },
  });
  writer.closed.then(
    () => {
      end.closed = true;
      if (!isWritableEnded(stream)) destroyer(stream, streamErrors.prematureClose());
    },
    (error: unknown) => {
      end.closed = true;
      destroyer(stream, error);
    },
  );
  return stream;
}

export function toWebWritable(stream: WritableType): WritableStream {
  const given = stream as Partial<WritableType> | undefined;
  if (!given || typeof given.write !== 'function' || typeof given.on !== 'function')
    throw invalidArgType('streamWritable', 'stream.Writable', stream);
  if (isDestroyed(stream) || !isWritable(stream)) {
    const closed = new WritableStream();
    void closed.close();
    return closed;
  }
  return new ToWeb(stream).web;
}

class ToWeb {
  readonly web: WritableStream;
  readonly #stream: WritableType;
  #controller: WritableStreamDefaultController | undefined;
  /** Settles when the stream takes more. */
  #room: PromiseWithResolvers<undefined> | undefined;
  #closed: PromiseWithResolvers<undefined> | undefined;

  constructor(stream: WritableType) {
    this.#stream = stream;
    const cleanUp = finished(stream, (error?: unknown) => {
      cleanUp();
      stream.on('error', nop);
      this.#finish(forWeb(error));
    });
    stream.on('drain', () => this.#room?.resolve(undefined));
    const sink: UnderlyingSink = {
      start: (controller) => void (this.#controller = controller),
      write: (chunk: unknown) => this.#write(chunk),
      abort: (reason: unknown) => destroyer(stream, reason),
      close: () => this.#close(),
    };
    this.web = new WritableStream(sink, strategyOf(stream));
  }

  #finish(error: unknown): void {
    const closed = this.#closed;
    this.#closed = undefined;
    const controller = this.#controller;
    if (error !== undefined && error !== null) {
      this.#room?.reject(error);
      closed?.reject(error);
      controller?.error(error);
      this.#controller = undefined;
    } else if (closed) closed.resolve(undefined);
    else {
      controller?.error(plainAbort());
      this.#controller = undefined;
    }
  }

  #write(chunk: unknown): Promise<undefined> | undefined {
    const stream = this.#stream;
    const isMemory = chunk instanceof ArrayBuffer && !stream.writableObjectMode;
    const full =
      stream.writableNeedDrain || !stream.write(isMemory ? new Uint8Array(chunk) : chunk);
    if (!full) return undefined;
    const room = Promise.withResolvers<undefined>();
    this.#room = room;
    if (!stream.writableNeedDrain) room.resolve(undefined);
    return room.promise.finally(() => (this.#room = undefined));
  }

  #close(): Promise<undefined> {
    if (this.#closed === undefined && !isWritableEnded(this.#stream)) {
      this.#closed = Promise.withResolvers<undefined>();
      const { promise } = this.#closed;
      this.#stream.end();
      return promise;
    }
    this.#controller = undefined;
    return Promise.resolve(undefined);
  }
}

function strategyOf(stream: WritableType): QueuingStrategy {
  const highWaterMark = stream.writableHighWaterMark;
  if (stream.writableObjectMode) return new CountQueuingStrategy({ highWaterMark });
  const size = (chunk?: { readonly byteLength?: number; readonly length?: number }): number =>
    chunk?.byteLength ?? chunk?.length ?? 1;
  return { highWaterMark, size: size as QueuingStrategySize };
}

import { Transform, type TransformCallback } from 'node:stream';
import { nodeError } from 'node:internal/errors';
import { machine } from 'node:internal/machine';

/**
 * What `fetch` needs of `node:zlib`: bodies that a server compressed are unpacked by the browser, so
 * that a program that only fetches need not load all of it.
 */

type Format = 'gzip' | 'deflate' | 'deflate-raw';

/** Unpacks with the browser's own code; keeps the program alive meanwhile. */
class Decompress extends Transform {
  readonly #writer: WritableStreamDefaultWriter<BufferSource>;
  readonly #read: Promise<void>;
  readonly #release = machine.loop.hold();

  constructor(format: Format) {
    super();
    const { readable, writable } = new DecompressionStream(format);
    this.#writer = writable.getWriter();
    this.#read = this.#forward(readable);
    this.#read.catch((error: Error) => this.destroy(asZlib(error)));
  }

  override _transform(chunk: Uint8Array, _encoding: string, done: TransformCallback): void {
    this.#writer.write(new Uint8Array(chunk)).then(
      () => done(),
      (error: Error) => done(asZlib(error)),
    );
  }

  override _flush(done: TransformCallback): void {
    this.#writer.close().catch(() => undefined);
    this.#read.then(
      () => done(),
      (error: Error) => done(asZlib(error)),
    );
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#release();
    done(error);
  }

  async #forward(readable: ReadableStream<Uint8Array>): Promise<void> {
    for await (const chunk of readable as unknown as AsyncIterable<Uint8Array>) this.push(chunk);
  }
}

function asZlib(error: Error): Error {
  return Object.assign(new Error('incorrect header check', { cause: error }), {
    code: 'Z_DATA_ERROR',
  });
}

function refuse(what: string): never {
  throw nodeError(
    Error,
    'ERR_METHOD_NOT_IMPLEMENTED',
    `fetch of the built-in engine cannot unpack ${what}. ` +
      'Run the example in WebContainer, or download it and run it with Node.js.',
  );
}

export const createGunzip = (): Transform => new Decompress('gzip');
export const createInflate = (): Transform => new Decompress('deflate');
export const createInflateRaw = (): Transform => new Decompress('deflate-raw');
export const createBrotliDecompress = (): never => refuse('Brotli');
/** They tell when to flush; the browser always does. */
export const constants = {};
export const Z_DEFAULT_WINDOWBITS = 15;

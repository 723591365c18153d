import { Buffer } from '../modules/buffer/buffer.ts';
import type { Done } from '../modules/stream/core/types.ts';
import { Writable } from '../modules/stream/writable/writable.ts';

/**
 * stdout or stderr as `process` has it: a Writable that takes everything at once, as a pipe or a
 * file of Node's does. It is no terminal: `isTTY` and `columns` are absent.
 */
export class OutputStream extends Writable {
  readonly fd: 1 | 2;
  readonly _type = 'pipe';
  readonly _isStdio = true;
  readonly #write: (text: string) => void;
  readonly #decoder = new TextDecoder();

  constructor(fd: 1 | 2, write: (text: string) => void) {
    super({ decodeStrings: false });
    this.fd = fd;
    this.#write = write;
  }

  override _write(chunk: unknown, encoding: string, done: Done): void {
    const isText = typeof chunk === 'string' && (encoding === 'utf8' || encoding === 'utf-8');
    this.#write(isText ? chunk : this.#decode(chunk, encoding));
    done();
  }

  destroySoon(...args: unknown[]): void {
    this.end(...args);
  }

  /** The system's own stream stays open until the program ends. */
  override _destroy(error: Error | null, done: Done): void {
    done(error);
  }

  /** A character may come in several pieces. */
  #decode(chunk: unknown, encoding: string): string {
    const bytes =
      typeof chunk === 'string' ? Buffer.from(chunk, encoding as BufferEncoding) : chunk;
    return this.#decoder.decode(bytes as AllowSharedBufferSource, { stream: true });
  }
}

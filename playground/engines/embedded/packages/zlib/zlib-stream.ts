import { Buffer } from 'node:buffer';
import { machine } from 'node:internal/machine';
import { finished, Transform, type TransformCallback } from 'node:stream';
import { Codec } from './codec.ts';
import { constants, flushes, modes, type Mode } from './constants.ts';
import { bytesOf, ranged, readOptions, type ZlibOptions } from './options.ts';

/** Streams that pack and unpack. */

type Done = (error?: Error | null) => void;

/** Empty chunks that ask for a flush → how much of it. */
const flushKinds = new WeakMap<object, number>();

export class ZlibStream extends Transform {
  readonly #codec: Codec;
  readonly #options: ZlibOptions;
  readonly #fullFlush: number;
  #level: number;
  #strategy: number;
  /** Bytes that were read so far. */
  bytesWritten = 0;

  constructor(options: unknown, mode: Mode) {
    const known = readOptions(options, mode);
    super({ autoDestroy: true, ...(options as object | undefined) });
    this.#options = known;
    this.#codec = new Codec(mode, known);
    this.#fullFlush = mode === modes.UNZIP ? flushes.Z_SYNC_FLUSH : flushes.Z_FULL_FLUSH;
    this.#level = known.level;
    this.#strategy = known.strategy;
  }

  override _transform(chunk: unknown, _encoding: BufferEncoding, done: TransformCallback): void {
    const input = bytesOf(chunk) ?? new Uint8Array();
    const asked = flushKinds.get(chunk as object);
    const isLast = this.writableEnded && this.writableLength === input.length;
    this.#process(input, asked ?? (isLast ? this.#options.finishFlush : this.#options.flush), done);
  }

  override _flush(done: TransformCallback): void {
    this.#process(new Uint8Array(), this.#options.finishFlush, done);
  }

  /** In a later task, as Node's thread answers. */
  #process(input: Uint8Array, flush: number, done: Done): void {
    machine.loop.poll(() => {
      if (this.destroyed) return;
      try {
        this.#codec.write(input, flush, (piece) => this.push(Buffer.from(piece)));
      } catch (error) {
        done(error as Error);
        return;
      }
      this.bytesWritten += input.length - this.#codec.left;
      // What follows the end is dropped.
      if (this.#codec.left > 0) this.push(null);
      done();
    });
  }

  /** @param kind one of the flushes of zlib; may be left out */
  flush(kind?: number | Done, callback?: Done): void {
    const done = typeof kind === 'function' ? kind : callback;
    const flush = typeof kind === 'number' ? kind : this.#fullFlush;
    if (this.writableFinished) {
      if (done) process.nextTick(done);
    } else if (this.writableEnded) {
      if (done) this.once('end', done);
    } else {
      const chunk = Buffer.alloc(0);
      flushKinds.set(chunk, flush);
      this.write(chunk, done);
    }
  }

  /** Changes how the bytes that follow are packed. */
  params(level: unknown, strategy: unknown, callback: Done): void {
    const newLevel = ranged(level, 'level', [constants.Z_MIN_LEVEL, constants.Z_MAX_LEVEL], -1);
    const newStrategy = ranged(strategy, 'strategy', [0, constants.Z_FIXED], 0);
    if (this.#level === newLevel && this.#strategy === newStrategy) {
      process.nextTick(callback);
      return;
    }
    this.flush(flushes.Z_SYNC_FLUSH, () => {
      this.#codec.tune(newLevel, newStrategy);
      this.#level = newLevel;
      this.#strategy = newStrategy;
      callback();
    });
  }

  /** Begins anew, with the same options. */
  reset(): void {
    this.#codec.reset();
  }

  close(callback?: Done): void {
    if (callback) finished(this, callback);
    this.destroy();
  }
}

import type { Duplex as DuplexClass, DuplexOptions } from 'node:stream';
import { Duplex } from './base/stream.ts';

type Done = (error?: Error | null) => void;

/** One end of a pair: what is written to it can be read at the other. */
class DuplexSide extends Duplex {
  #other: DuplexSide | undefined;
  /** Called when the other end has been read. */
  #taken: Done | undefined;

  join(other: DuplexSide): void {
    this.#other = other;
  }

  override _read(): void {
    const taken = this.#taken;
    this.#taken = undefined;
    taken?.();
  }

  override _write(chunk: unknown, encoding: BufferEncoding, done: Done): void {
    if (chunk instanceof Uint8Array && chunk.length === 0) process.nextTick(done);
    else this.#hand(chunk, done, encoding);
  }

  override _final(done: Done): void {
    this.#other?.on('end', done);
    this.#other?.push(null);
  }

  #hand(chunk: unknown, done: Done, encoding: BufferEncoding): void {
    if (!this.#other) return;
    this.#other.push(chunk, encoding);
    this.#other.#taken = done;
  }
}

/**
 * Two streams, each the other end of the other.
 * @param options of both ends
 */
export function duplexPair(options?: DuplexOptions): [DuplexClass, DuplexClass] {
  const pair: [DuplexSide, DuplexSide] = [new DuplexSide(options), new DuplexSide(options)];
  pair[0].join(pair[1]);
  pair[1].join(pair[0]);
  return pair;
}

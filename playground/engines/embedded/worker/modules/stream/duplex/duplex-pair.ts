import { nextTick } from '../core/ticks.ts';
import type { Done, StreamOptions } from '../core/types.ts';
import { Duplex } from './duplex.ts';

const kCallback = Symbol('Callback');

/** One end of a pair: what is written to it can be read at the other. */
class DuplexSide extends Duplex {
  #other: DuplexSide | undefined;
  /** Called when what it was given has been read. */
  [kCallback]: Done | null = null;

  join(other: DuplexSide): void {
    this.#other = other;
  }

  override _read(): void {
    const taken = this[kCallback];
    this[kCallback] = null;
    taken?.();
  }

  override _write(chunk: { readonly length: number }, _encoding: string, done: Done): void {
    const other = this.#other;
    if (chunk.length === 0) nextTick(done);
    else if (other) {
      other.push(chunk);
      other[kCallback] = done;
    }
  }

  override _final(done: Done): void {
    this.#other?.on('end', done as never);
    this.#other?.push(null);
  }

  /** The other end hears of it: by a reset, or by the end of what it reads. */
  override _destroy(error: Error | null, done: Done): void {
    const other = this.#other;
    if (other && !other.destroyed)
      nextTick(() => {
        if (other.destroyed) return;
        if (error) other.destroy();
        else other.push(null);
      });
    done(error);
  }
}

/**
 * Two streams, each the other end of the other.
 * @param options of both ends
 */
export function duplexPair(options?: StreamOptions): [Duplex, Duplex] {
  const pair: [DuplexSide, DuplexSide] = [new DuplexSide(options), new DuplexSide(options)];
  pair[0].join(pair[1]);
  pair[1].join(pair[0]);
  return pair;
}

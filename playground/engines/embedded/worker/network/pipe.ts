import type { Loop } from '../machine.ts';

/** Bytes that one read brings at most, as libuv reads. */
const readBytes = 64 << 10;
/** Bytes that wait between two ends before a writer has to wait too. */
const capacity = 256 << 10;

/** Who reads from a pipe. */
export interface Reader {
  data(bytes: Uint8Array): void;
  /** The writer has ended: nothing follows. */
  end(): void;
  /** The writer is gone, and what it would have said is lost. */
  reset(): void;
}

interface WaitingWrite {
  /** The write is done when this many bytes were ever read. */
  readonly at: number;
  done(): void;
}

/**
 * One direction of a connection. What was written before the reader looks arrives as one chunk, as
 * the system gives it; each chunk comes in a callback of the poll phase.
 */
export class Pipe {
  readonly #loop: Loop;
  readonly #waiting: WaitingWrite[] = [];
  #chunks: Uint8Array[] = [];
  #size = 0;
  #read = 0;
  #last: 'end' | 'reset' | 'told' | undefined;
  #reader: Reader | undefined;
  #scheduled = false;

  constructor(loop: Loop) {
    this.#loop = loop;
  }

  /** Bytes that nobody has read. */
  get size(): number {
    return this.#size;
  }

  /** @returns whether `done` is called later, once the reader has made room; else it is done */
  write(bytes: Uint8Array, done: () => void): boolean {
    this.#chunks.push(bytes);
    this.#size += bytes.byteLength;
    this.#schedule();
    if (this.#size <= capacity) return false;
    this.#waiting.push({ at: this.#read + this.#size - capacity, done });
    return true;
  }

  /** Nothing follows. */
  finish(how: 'end' | 'reset'): void {
    if (this.#last === 'told' || this.#last === 'reset') return;
    this.#last = how;
    this.#schedule();
  }

  /** From now on the reader is told, until `pause`. */
  read(reader: Reader): void {
    this.#reader = reader;
    this.#schedule();
  }

  pause(): void {
    this.#reader = undefined;
  }

  get #ready(): boolean {
    return this.#size > 0 || this.#last === 'end' || this.#last === 'reset';
  }

  #schedule(): void {
    if (this.#scheduled || !this.#reader || !this.#ready) return;
    this.#scheduled = true;
    this.#loop.poll(() => {
      this.#scheduled = false;
      this.#deliver();
    });
  }

  #deliver(): void {
    const reader = this.#reader;
    if (!reader || !this.#ready) return;
    if (this.#size > 0) {
      reader.data(this.#take());
      this.#release();
      this.#schedule();
    } else {
      const how = this.#last;
      this.#last = 'told';
      if (how === 'end') reader.end();
      else reader.reset();
    }
  }

  #take(): Uint8Array {
    const bytes = new Uint8Array(Math.min(this.#size, readBytes));
    let at = 0;
    while (at < bytes.length) {
      const [chunk = bytes] = this.#chunks;
      const part = chunk.subarray(0, bytes.length - at);
      bytes.set(part, at);
      at += part.length;
      if (part.length === chunk.length) this.#chunks.shift();
      else this.#chunks[0] = chunk.subarray(part.length);
    }
    this.#size -= bytes.length;
    this.#read += bytes.length;
    return bytes;
  }

  #release(): void {
    while (this.#waiting[0] && this.#waiting[0].at <= this.#read) this.#waiting.shift()?.done();
  }
}

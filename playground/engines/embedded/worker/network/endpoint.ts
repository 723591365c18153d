import type { Loop } from '../machine.ts';
import { Pipe, type Reader } from './pipe.ts';

/** Where an end of a connection is: an address and a port, or the path of a local socket. */
export interface Place {
  readonly address?: string;
  readonly family?: 'IPv4' | 'IPv6';
  readonly port?: number;
}

/** Of this end, and of the other. */
export type Places = readonly [local: Place, remote: Place];

/** Why nothing can be written. */
export type WriteFault = 'EPIPE';

/**
 * One end of a connection: what a TCP handle is to Node. It keeps the program alive while it reads
 * or while a write waits, unless its reference was taken.
 */
export class Endpoint {
  readonly local: Place;
  readonly remote: Place;
  /** Calls what reads in the async context that the connection belongs to. */
  inContext: (call: () => void) => void = (call) => call();
  readonly #loop: Loop;
  readonly #in: Pipe;
  readonly #out: Pipe;
  #peer: Endpoint | undefined;
  #closed = false;
  #broken = false;
  #ref = true;
  #reading = false;
  #writes = 0;
  #release: (() => void) | undefined;

  private constructor(loop: Loop, pipes: readonly [Pipe, Pipe], places: Places) {
    this.#loop = loop;
    [this.#in, this.#out] = pipes;
    [this.local, this.remote] = places;
  }

  /**
   * @param client where it is, and where it believes the other to be
   * @returns both ends of a new connection, the client's first
   */
  static pair(loop: Loop, client: Places, server: Places): readonly [Endpoint, Endpoint] {
    const there = new Pipe(loop);
    const back = new Pipe(loop);
    const one = new Endpoint(loop, [back, there], client);
    const other = new Endpoint(loop, [there, back], server);
    one.#peer = other;
    other.#peer = one;
    return [one, other];
  }

  /** Starts to read, or goes on. */
  read(reader: Reader): void {
    if (this.#closed) return;
    this.#reading = true;
    this.#in.read({
      data: (bytes) => this.inContext(() => reader.data(bytes)),
      end: () => {
        this.#stopReading();
        this.inContext(() => reader.end());
      },
      reset: () => {
        this.#stopReading();
        this.#broken = true;
        this.inContext(() => reader.reset());
      },
    });
    this.#count();
  }

  pause(): void {
    this.#stopReading();
    this.#in.pause();
  }

  /**
   * Writes bytes, which from now on belong to the connection.
   * @param done called at once where there is room, else when the other end has read
   */
  write(bytes: Uint8Array, done: (fault?: WriteFault) => void): void {
    if (this.#broken || this.#closed) {
      done('EPIPE');
      return;
    }
    if (this.#peerClosed) {
      // The other end answers with a reset, as TCP does; this write itself goes well.
      this.#in.finish('reset');
      this.#broken = true;
      done();
      return;
    }
    let waits = false;
    waits = this.#out.write(bytes, () => {
      if (waits) this.#writes -= 1;
      this.#count();
      done();
    });
    if (waits) this.#writes += 1;
    else done();
    this.#count();
  }

  /** Nothing follows from this end; it may still read. */
  end(): void {
    this.#out.finish('end');
  }

  /** Closes both directions. What was not read here is lost, so the other end gets a reset. */
  close(): void {
    this.#shut(this.#in.size > 0 ? 'reset' : 'end');
  }

  /** Closes with a reset. */
  reset(): void {
    this.#shut('reset');
  }

  ref(): void {
    this.#ref = true;
    this.#count();
  }

  unref(): void {
    this.#ref = false;
    this.#count();
  }

  hasRef(): boolean {
    return this.#ref;
  }

  get #peerClosed(): boolean {
    const peer = this.#peer;
    return peer !== undefined && peer.#closed;
  }

  #shut(how: 'end' | 'reset'): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#out.finish(how);
    this.#writes = 0;
    this.pause();
  }

  #stopReading(): void {
    this.#reading = false;
    this.#count();
  }

  #count(): void {
    const alive = this.#ref && !this.#closed && (this.#reading || this.#writes > 0);
    if (alive) this.#release ??= this.#loop.hold();
    else this.#release = this.#letGo();
  }

  #letGo(): undefined {
    this.#release?.();
  }
}

import { Readable } from 'node:stream';
import type { Socket } from 'node:net';
import { validateFunction } from 'node:internal/errors';
import { hangUp } from './http-errors.ts';
import { addHeader, type HeaderValues } from './received-headers.ts';

/** A request as a server gets it, or a response as a client gets it. */
export class IncomingMessage extends Readable {
  httpVersion = '';
  httpVersionMajor = 0;
  httpVersionMinor = 0;
  complete = false;
  rawHeaders: string[] = [];
  rawTrailers: string[] = [];
  joinDuplicateHeaders = false;
  aborted = false;
  upgrade: boolean | null = null;
  url = '';
  method: string | null = null;
  statusCode: number | null = null;
  statusMessage: string | null = null;
  socket: Socket;
  client: Socket;
  /** Of a response: its request. */
  req: unknown;
  _consumed = false;
  _dumped = false;
  #headers: HeaderValues | undefined;
  #distinct: Record<string, string[]> | undefined;
  #trailers: HeaderValues | undefined;

  constructor(socket: Socket, options: { readonly highWaterMark?: number } = {}) {
    super({ autoDestroy: true, ...options });
    this.socket = socket;
    this.client = socket;
  }

  get connection(): Socket {
    return this.socket;
  }

  set connection(socket: Socket) {
    this.socket = socket;
  }

  get headers(): HeaderValues {
    this.#headers ??= joined(this.rawHeaders, this.joinDuplicateHeaders);
    return this.#headers;
  }

  set headers(headers: HeaderValues) {
    this.#headers = headers;
  }

  get headersDistinct(): Record<string, string[]> {
    this.#distinct ??= distinct(this.rawHeaders);
    return this.#distinct;
  }

  get trailers(): HeaderValues {
    return (this.#trailers ??= joined(this.rawTrailers, this.joinDuplicateHeaders));
  }

  set trailers(trailers: HeaderValues) {
    this.#trailers = trailers;
  }

  get trailersDistinct(): Record<string, string[]> {
    return distinct(this.rawTrailers);
  }

  setTimeout(ms: number, callback?: () => void): this {
    if (callback !== undefined) {
      validateFunction(callback, 'callback');
      this.on('timeout', callback);
    }
    this.socket.setTimeout(ms);
    return this;
  }

  override _read(): void {
    if (!this._consumed) this._consumed = true;
    if (this.socket.readable) this.socket.resume();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    if (!this.readableEnded || !this.complete) {
      this.aborted = true;
      this.emit('aborted');
    }
    if (!this.socket.destroyed && this.aborted) this.socket.destroy(error ?? undefined);
    // An error that nobody listens for is told by the connection.
    const told = error && this.listenerCount('error') === 0 ? null : error;
    process.nextTick(() => done(told));
  }

  /** Throws away what is left of the body. */
  _dump(): void {
    if (this._dumped) return;
    this._dumped = true;
    this.removeAllListeners('data');
    this.resume();
  }

  /** The connection closed before the message was whole. */
  _abort(): void {
    if (this.destroyed) return;
    this.destroy(hangUp('aborted'));
  }
}

function joined(raw: readonly string[], join: boolean): HeaderValues {
  const headers: HeaderValues = {};
  for (let at = 0; at + 1 < raw.length; at += 2)
    addHeader(headers, raw[at] ?? '', raw[at + 1] ?? '', join);
  return headers;
}

function distinct(raw: readonly string[]): Record<string, string[]> {
  const headers = Object.create(null) as Record<string, string[]>;
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const values = (headers[(raw[at] ?? '').toLowerCase()] ??= []);
    values.push(raw[at + 1] ?? '');
  }
  return headers;
}

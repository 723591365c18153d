import { finished, Readable } from 'node:stream';
import type { Socket } from 'node:net';
import { hangUp } from './http-errors.ts';
import {
  addHeader,
  addDistinct,
  type DistinctValues,
  type HeaderValues,
} from './received-headers.ts';

type Done = (error?: Error | null) => void;

/** A request as a server gets it, or a response as a client gets it. */
export class IncomingMessage extends Readable {
  httpVersionMajor: number | null = null;
  httpVersionMinor: number | null = null;
  httpVersion: string | null = null;
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
  _consuming = false;
  _dumped = false;
  #headers: HeaderValues | undefined;
  #distinct: DistinctValues | undefined;
  #trailers: HeaderValues | undefined;
  #distinctTrailers: DistinctValues | undefined;
  #controller: AbortController | undefined;

  constructor(socket: Socket, options: { readonly highWaterMark?: number } = {}) {
    const own = options.highWaterMark ?? (socket as Socket | undefined)?.readableHighWaterMark;
    super({ autoDestroy: true, ...(own === undefined ? {} : { highWaterMark: own }) });
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
    return (this.#headers ??= this.#joined(this.rawHeaders));
  }

  set headers(headers: HeaderValues) {
    this.#headers = headers;
  }

  get headersDistinct(): DistinctValues {
    return (this.#distinct ??= distinct(this.rawHeaders));
  }

  set headersDistinct(headers: DistinctValues) {
    this.#distinct = headers;
  }

  get trailers(): HeaderValues {
    return (this.#trailers ??= this.#joined(this.rawTrailers));
  }

  set trailers(trailers: HeaderValues) {
    this.#trailers = trailers;
  }

  get trailersDistinct(): DistinctValues {
    return (this.#distinctTrailers ??= distinct(this.rawTrailers));
  }

  set trailersDistinct(trailers: DistinctValues) {
    this.#distinctTrailers = trailers;
  }

  /** Aborts when the message is destroyed before it is whole. */
  get signal(): AbortSignal {
    if (!this.#controller) {
      this.#controller = new AbortController();
      if (this.destroyed && !this.#whole) this.#controller.abort();
    }
    return this.#controller.signal;
  }

  setTimeout(ms: number, callback?: () => void): this {
    if (callback) this.on('timeout', callback);
    this.socket.setTimeout(ms);
    return this;
  }

  override _read(): void {
    this._consuming = true;
    if (this.socket.readable) resumeUnlessHeld(this.socket);
  }

  override _destroy(error: Error | null, done: Done): void {
    if (!this.#whole) {
      this.aborted = true;
      this.emit('aborted');
      this.#controller?.abort();
    }
    const socket = this.socket as Socket | undefined;
    if (!socket || socket.destroyed || !this.aborted) {
      process.nextTick(() => this.#destroyed(error, done));
      return;
    }
    socket.destroy(error ?? undefined);
    const cleanup = finished(socket, (fault) => {
      cleanup();
      const early = fault?.code === 'ERR_STREAM_PREMATURE_CLOSE';
      process.nextTick(() => this.#destroyed(early ? error : (fault ?? error), done));
    });
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
    this.destroy(hangUp('aborted'));
  }

  /** Headers, or trailers once the message is complete: names and values in turn. */
  _addHeaderLines(lines: readonly string[]): void {
    if (this.complete) this.rawTrailers = [...lines];
    else this.rawHeaders = [...lines];
  }

  _addHeaderLine(name: string, value: string, headers: HeaderValues): void {
    addHeader(headers, name, value, this.joinDuplicateHeaders);
  }

  _addHeaderLineDistinct(name: string, value: string, headers: DistinctValues): void {
    addDistinct(headers, name, value);
  }

  get #whole(): boolean {
    return this.readableEnded && this.complete;
  }

  /** An error that nobody listens for is told by the connection. */
  #destroyed(error: Error | null, done: Done): void {
    done(this.listenerCount('error') === 0 ? null : error);
  }

  #joined(raw: readonly string[]): HeaderValues {
    const headers: HeaderValues = {};
    for (let at = 0; at + 1 < raw.length; at += 2)
      this._addHeaderLine(raw[at] ?? '', raw[at + 1] ?? '', headers);
    return headers;
  }
}

function distinct(raw: readonly string[]): DistinctValues {
  const headers = Object.create(null) as DistinctValues;
  for (let at = 0; at + 1 < raw.length; at += 2)
    addDistinct(headers, raw[at] ?? '', raw[at + 1] ?? '');
  return headers;
}

/** A server holds a connection back that sends faster than it takes answers. */
export function resumeUnlessHeld(socket: Socket & { _paused?: boolean }): void {
  if (!socket._paused && socket.readable) socket.resume();
}

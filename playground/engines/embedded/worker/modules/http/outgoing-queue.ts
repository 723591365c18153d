import type { Socket } from 'node:net';
import { OutgoingHeaders } from './outgoing-headers.ts';

export type Callback = (error?: Error | null) => void;
export type Chunk = string | Uint8Array;

/** A socket that carries messages, and the one whose turn it is. */
export type HttpSocket = Socket & { _httpMessage?: unknown };

interface Waiting {
  readonly data: Chunk;
  readonly encoding: BufferEncoding | null | undefined;
  readonly callback: Callback | null | undefined;
}

const defaultHighWaterMark = 64 << 10;

/** What a message has to say, kept until it has a socket and it is its turn. */
export abstract class OutgoingQueue extends OutgoingHeaders {
  outputData: Waiting[] = [];
  outputSize = 0;
  writable = true;
  destroyed = false;
  finished = false;
  _closed = false;
  /** Told how many bytes wait more, or fewer. */
  _onPendingData: (bytes: number) => void = () => undefined;
  protected needsDrain = false;
  protected corks = 0;
  readonly #highWaterMark: number;
  #socket: HttpSocket | null = null;
  #error: Error | null | undefined = null;

  constructor(options?: { readonly highWaterMark?: number } | null) {
    super();
    this.#highWaterMark = options?.highWaterMark ?? defaultHighWaterMark;
  }

  get socket(): HttpSocket | null {
    return this.#socket;
  }

  set socket(socket: HttpSocket | null) {
    for (let count = 0; count < this.corks; count += 1) {
      socket?.cork();
      this.#socket?.uncork();
    }
    this.#socket = socket;
  }

  get connection(): HttpSocket | null {
    return this.socket;
  }

  set connection(socket: HttpSocket | null) {
    this.socket = socket;
  }

  get errored(): Error | null | undefined {
    return this.#error;
  }

  get closed(): boolean {
    return this._closed;
  }

  get writableObjectMode(): boolean {
    return false;
  }

  get writableLength(): number {
    return this.outputSize + this.chunkBytes + (this.socket?.writableLength ?? 0);
  }

  get writableHighWaterMark(): number {
    return this.socket?.writableHighWaterMark ?? this.#highWaterMark;
  }

  get writableCorked(): number {
    return this.corks;
  }

  get writableNeedDrain(): boolean {
    return !this.destroyed && !this.finished && this.needsDrain;
  }

  setTimeout(ms: number, callback?: () => void): this {
    if (callback) this.on('timeout', callback);
    if (this.socket) this.socket.setTimeout(ms);
    else this.once('socket', (socket: Socket) => socket.setTimeout(ms));
    return this;
  }

  destroy(error?: Error): this {
    if (this.destroyed) return this;
    this.destroyed = true;
    this.#error = error;
    if (this.socket) this.socket.destroy(error);
    else process.nextTick(() => this._close());
    return this;
  }

  /** Its connection closed, or it is done: `close` is told once. */
  _close(): void {
    if (this._closed) return;
    this.destroyed = true;
    this._closed = true;
    this.emit('close');
  }

  /** Sends text or bytes, after the head where that was not sent yet. */
  _send(data: Chunk, encoding?: BufferEncoding | null, callback?: Callback | null): boolean {
    if (this._headerSent || this._header === null) return this._writeRaw(data, encoding, callback);
    this._headerSent = true;
    const isText = typeof data === 'string' && (!encoding || /^(?:utf8|latin1)$/.test(encoding));
    if (isText) return this._writeRaw(this._header + data, encoding, callback);
    this.outputData.unshift({ data: this._header, encoding: 'latin1', callback: null });
    this.#count(this._header.length);
    return this._writeRaw(data, encoding, callback);
  }

  _writeRaw(
    data: Chunk,
    encoding?: BufferEncoding | Callback | null,
    callback?: Callback | null,
  ): boolean {
    if (typeof encoding === 'function') return this._writeRaw(data, null, encoding);
    const { socket } = this;
    if (socket?.destroyed) return false;
    if (socket?._httpMessage === this && socket.writable) {
      if (this.outputData.length > 0) this._flushOutput(socket);
      return socket.write(data as string, encoding ?? undefined, callback ?? undefined);
    }
    this.outputData.push({ data, encoding, callback });
    this.#count(data.length);
    return this.outputSize < this.#highWaterMark;
  }

  /** What waited for a socket goes out. */
  _flush(): void {
    const { socket } = this;
    if (!socket?.writable) return;
    const kept = this._flushOutput(socket);
    if (this.finished) this._finish();
    else if (kept !== false) this._drained();
  }

  /** @returns whether the socket wants more; undefined where nothing waited */
  _flushOutput(socket: HttpSocket): boolean | undefined {
    const waiting = this.outputData;
    if (waiting.length === 0) return undefined;
    socket.cork();
    let kept = true;
    for (const { data, encoding, callback } of waiting)
      kept = socket.write(data as string, encoding ?? undefined, callback ?? undefined);
    socket.uncork();
    this.outputData = [];
    this.#count(-this.outputSize);
    return kept;
  }

  /** There is room again: a writer that was told to wait may go on. */
  _drained(): void {
    if (!this.needsDrain) return;
    this.needsDrain = false;
    this.emit('drain');
  }

  abstract _finish(): void;

  /** Bytes that wait for `uncork`. */
  protected abstract get chunkBytes(): number;

  #count(bytes: number): void {
    this.outputSize += bytes;
    this._onPendingData(bytes);
  }
}

import { Buffer } from 'node:buffer';
import { Stream } from 'node:stream';
import type { Socket } from 'node:net';
import { invalidArgType, validateFunction } from 'node:internal/errors';
import { HeaderStore, type HeaderValue } from './header-store.ts';
import { httpError } from './http-errors.ts';
import { dateText, MessageHead, pairsOf } from './message-head.ts';
import { validateHeaderName, validateHeaderValue } from './tokens.ts';

type Callback = (error?: Error | null) => void;
type Chunk = string | Uint8Array;
export type GivenHeaders = Readonly<Record<string, unknown>> | readonly unknown[] | undefined;

interface Waiting {
  readonly data: Chunk;
  readonly encoding: BufferEncoding | undefined;
  readonly callback: Callback | undefined;
}

const highWaterMark = 64 << 10;
const nothing = (): void => undefined;

/** A request or a response on its way out: it buffers until it has a socket. */
export class OutgoingMessage extends Stream {
  writable = true;
  destroyed = false;
  finished = false;
  chunkedEncoding = false;
  shouldKeepAlive = true;
  useChunkedEncodingByDefault = true;
  sendDate = false;
  maxRequestsOnConnectionReached = false;
  strictContentLength = false;
  socket: Socket | null = null;
  outputSize = 0;
  _header: string | null = null;
  _headerSent = false;
  _hasBody = true;
  _last = false;
  _closed = false;
  _contentLength: number | null = null;
  _removedConnection = false;
  _removedContLen = false;
  _removedTE = false;
  _defaultKeepAlive = true;
  _keepAliveTimeout = 0;
  _maxRequestsPerSocket = 0;
  _trailer = '';
  protected readonly store = new HeaderStore();
  #waiting: Waiting[] = [];
  #sent = 0;
  #finishedWriting = false;
  #needDrain = false;
  #corked = 0;
  #error: Error | null = null;

  constructor() {
    super();
    Object.defineProperty(this, 'store', { enumerable: false });
  }

  get headersSent(): boolean {
    return this._header !== null;
  }

  get connection(): Socket | null {
    return this.socket;
  }

  set connection(socket: Socket | null) {
    this.socket = socket;
  }

  get errored(): Error | null {
    return this.#error;
  }

  get closed(): boolean {
    return this._closed;
  }

  get writableEnded(): boolean {
    return this.finished;
  }

  get writableFinished(): boolean {
    return (
      this.finished && this.outputSize === 0 && (this.#finishedWriting || this.socket === null)
    );
  }

  get writableObjectMode(): boolean {
    return false;
  }

  get writableLength(): number {
    return this.outputSize + (this.socket?.writableLength ?? 0);
  }

  get writableHighWaterMark(): number {
    return this.socket?.writableHighWaterMark ?? highWaterMark;
  }

  get writableCorked(): number {
    return this.#corked;
  }

  get writableNeedDrain(): boolean {
    return !this.destroyed && !this.finished && this.#needDrain;
  }

  setHeader(name: string, value: HeaderValue): this {
    this.#mayChange('set');
    this.store.set(name, value);
    return this;
  }

  setHeaders(headers: Headers | Map<string, HeaderValue>): this {
    this.#mayChange('set');
    const known =
      typeof headers === 'object' && (headers instanceof Map || headers instanceof Headers);
    if (!known || headers === null) throw invalidArgType('headers', ['Headers', 'Map'], headers);
    const cookies: HeaderValue[] = [];
    for (const [name, value] of headers) {
      if (name === 'set-cookie') cookies.push(value);
      else this.setHeader(name, value);
    }
    if (cookies.length > 0) this.setHeader('set-cookie', cookies.flat() as string[]);
    return this;
  }

  appendHeader(name: string, value: string | readonly string[]): this {
    this.#mayChange('append');
    this.store.append(name, value);
    return this;
  }

  getHeader(name: string): HeaderValue | undefined {
    return this.store.get(name);
  }

  getHeaderNames(): string[] {
    return this.store.names();
  }

  getRawHeaderNames(): string[] {
    return this.store.rawNames();
  }

  getHeaders(): Record<string, HeaderValue> {
    return this.store.toObject();
  }

  hasHeader(name: string): boolean {
    return this.store.has(name);
  }

  removeHeader(name: string): void {
    if (typeof name !== 'string') throw invalidArgType('name', 'string', name);
    this.#mayChange('remove');
    const key = name.toLowerCase();
    if (key === 'connection') this._removedConnection = true;
    if (key === 'content-length') this._removedContLen = true;
    if (key === 'transfer-encoding') this._removedTE = true;
    if (key === 'date') this.sendDate = false;
    this.store.remove(name);
  }

  setTimeout(ms: number, callback?: () => void): this {
    if (callback) this.on('timeout', callback);
    if (this.socket) this.socket.setTimeout(ms);
    else this.once('socket', (socket: Socket) => socket.setTimeout(ms));
    return this;
  }

  cork(): void {
    this.#corked += 1;
    this.socket?.cork();
  }

  uncork(): void {
    if (this.#corked > 0) this.#corked -= 1;
    this.socket?.uncork();
  }

  override pipe<Destination>(): Destination {
    this.emit('error', httpError('ERR_STREAM_CANNOT_PIPE'));
    return undefined as Destination;
  }

  destroy(error?: Error): this {
    if (this.destroyed) return this;
    this.destroyed = true;
    this.#error = error ?? null;
    if (this.socket) this.socket.destroy(error);
    else this.once('socket', (socket: Socket) => socket.destroy(error));
    return this;
  }

  write(chunk: Chunk, encoding?: BufferEncoding | Callback, callback?: Callback): boolean {
    const done = typeof encoding === 'function' ? encoding : callback;
    const kept = this.#write(chunk, typeof encoding === 'string' ? encoding : undefined, done);
    if (!kept) this.#needDrain = true;
    return kept;
  }

  end(
    chunk?: Chunk | Callback | null,
    encoding?: BufferEncoding | Callback,
    callback?: Callback,
  ): this {
    const done = [chunk, encoding, callback].find((one) => typeof one === 'function') as
      Callback | undefined;
    const data = typeof chunk === 'function' || chunk === undefined ? null : chunk;
    const coding = typeof encoding === 'string' ? encoding : undefined;
    if (this.finished) {
      this.#endAgain(data, done);
      return this;
    }
    this.socket?.cork();
    if (data !== null) this.#endWith(data, coding);
    else if (!this._header) {
      this._contentLength = 0;
      this._implicitHeader();
    }
    if (done) this.once('finish', done);
    this.#checkLength();
    const finish = (): void => this.#onFinish();
    if (this._hasBody && this.chunkedEncoding)
      this._send(`0\r\n${this._trailer}\r\n`, 'latin1', finish);
    else if (!this._headerSent || this.writableLength > 0 || data !== null)
      this._send('', 'latin1', finish);
    else process.nextTick(finish);
    this.socket?.uncork();
    this.finished = true;
    if (this.#waiting.length === 0 && this.socket && this._isCurrent()) this._finish();
    return this;
  }

  addTrailers(headers: GivenHeaders): void {
    this._trailer = '';
    const pairs = Array.isArray(headers) ? pairsOf(headers) : Object.entries(headers ?? {});
    for (const [name, value] of pairs as [string, HeaderValue][]) {
      validateHeaderName(name, 'Trailer name');
      for (const each of [value].flat()) {
        if (/[^\t\u{20}-\u{7e}\u{80}-\u{ff}]/u.test(String(each)))
          throw httpError('ERR_INVALID_CHAR', 'trailer content', name);
        this._trailer += `${name}: ${each}\r\n`;
      }
    }
  }

  flushHeaders(): void {
    if (!this._header) this._implicitHeader();
    this._send('');
  }

  /** Writes the head where a program has not. */
  _implicitHeader(): void {
    throw httpError('ERR_METHOD_NOT_IMPLEMENTED', '_implicitHeader()');
  }

  /** Whether it is this message's turn on its connection. */
  _isCurrent(): boolean {
    return true;
  }

  _finish(): void {
    this.emit('prefinish');
  }

  /** Makes the text of the head, with what the program left to Node. */
  _storeHeader(firstLine: string, headers: GivenHeaders): void {
    const head = new MessageHead(firstLine);
    const given =
      headers === undefined
        ? undefined
        : Array.isArray(headers)
          ? pairsOf(headers)
          : (Object.entries(headers) as [string, HeaderValue][]);
    for (const [name, value] of given ?? this.store.entries())
      head.add(name, value, given !== undefined);
    this.#addOwnHeaders(head);
    this._header = head.text;
    this._headerSent = false;
    if (head.said.expect) this._send('');
  }

  /** Sends text or bytes after the head. */
  _send(data: Chunk, encoding?: BufferEncoding, callback?: Callback): boolean {
    if (!this._headerSent && this._header !== null) {
      this._headerSent = true;
      const asText =
        typeof data === 'string' &&
        (encoding === undefined || encoding === 'latin1' || encoding === 'utf8');
      if (asText && (encoding === 'latin1' || /^[\0-\u007f]*$/.test(data))) {
        return this.#writeRaw(this._header + data, 'latin1', callback);
      }
      this.#writeRaw(this._header, 'latin1');
    }
    return this.#writeRaw(data, encoding, callback);
  }

  /** What waited for a socket goes out. */
  _flush(): void {
    const { socket } = this;
    if (!socket?.writable) return;
    const flushed = this._flushOutput(socket);
    if (this.finished) this._finish();
    else if (flushed && this.#needDrain) this._drained();
  }

  _flushOutput(socket: Socket): boolean {
    const waiting = this.#waiting;
    if (waiting.length === 0) return true;
    this.#waiting = [];
    this.outputSize = 0;
    socket.cork();
    let kept = true;
    for (const { data, encoding, callback } of waiting)
      kept = socket.write(data as string, encoding, callback ?? nothing);
    socket.uncork();
    return kept;
  }

  /** The socket took all: a writer that was told to wait may go on. */
  _drained(): void {
    if (!this.#needDrain || this.destroyed || this.finished) return;
    this.#needDrain = false;
    this.emit('drain');
  }

  protected checkHead(doing: string): void {
    this.#mayChange(doing);
  }

  #mayChange(doing: string): void {
    if (this._header !== null) throw httpError('ERR_HTTP_HEADERS_SENT', doing);
  }

  #write(
    chunk: unknown,
    encoding: BufferEncoding | undefined,
    callback = nothing as Callback,
  ): boolean {
    if (chunk === null) throw httpError('ERR_STREAM_NULL_VALUES');
    if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array))
      throw invalidArgType('chunk', ['string', 'Buffer', 'Uint8Array'], chunk);
    const data = chunk as Chunk;
    if (this.finished || this.destroyed) {
      const code = this.finished ? 'ERR_STREAM_WRITE_AFTER_END' : 'ERR_STREAM_DESTROYED';
      this.#fail(httpError(code, 'write'), callback, this.finished);
      return false;
    }
    const bytes = typeof data === 'string' ? Buffer.byteLength(data, encoding) : data.byteLength;
    if (!this._header) this._implicitHeader();
    if (!this._hasBody) {
      process.nextTick(callback);
      return true;
    }
    this.#count(bytes, false);
    if (!this.chunkedEncoding || bytes === 0) {
      if (bytes === 0 && this.chunkedEncoding) {
        process.nextTick(callback);
        return true;
      }
      return this._send(data, encoding, callback);
    }
    this.#corkForTick();
    this._send(`${bytes.toString(16)}\r\n`, 'latin1');
    this._send(data, encoding);
    return this._send('\r\n', 'latin1', callback);
  }

  /** All that one callback writes goes out together. */
  #corkForTick(): void {
    const { socket } = this;
    if (!socket || socket.writableCorked > 0) return;
    socket.cork();
    process.nextTick(() => socket.uncork());
  }

  #count(bytes: number, ending: boolean): void {
    this.#sent += bytes;
    const declared = this._contentLength;
    if (!this.strictContentLength || declared === null || this.chunkedEncoding) return;
    if (this.#sent > declared || (ending && this.#sent !== declared))
      throw httpError('ERR_HTTP_CONTENT_LENGTH_MISMATCH', `${this.#sent}`, `${declared}`);
  }

  #checkLength(): void {
    if (this._hasBody && this._header !== null) this.#count(0, true);
  }

  #endWith(data: Chunk, encoding: BufferEncoding | undefined): void {
    if (typeof data !== 'string' && !(data instanceof Uint8Array))
      throw invalidArgType('chunk', ['string', 'Buffer', 'Uint8Array'], data);
    if (!this._header)
      this._contentLength =
        typeof data === 'string' ? Buffer.byteLength(data, encoding) : data.byteLength;
    this.#write(data, encoding);
  }

  #endAgain(data: Chunk | null, done: Callback | undefined): void {
    if (data !== null) {
      this.#fail(httpError('ERR_STREAM_WRITE_AFTER_END'), done ?? nothing, true);
    } else if (done) {
      if (this.writableFinished) done(httpError('ERR_STREAM_ALREADY_FINISHED', 'end'));
      else this.once('finish', done);
    }
  }

  #fail(error: Error, callback: Callback, tell: boolean): void {
    process.nextTick(() => {
      callback(error);
      if (!tell || this.destroyed) return;
      this.emit('error', error);
    });
  }

  #onFinish(): void {
    if (this.socket?.errored) return;
    this.#finishedWriting = true;
    this.emit('finish');
  }

  #writeRaw(data: Chunk, encoding?: BufferEncoding, callback?: Callback): boolean {
    const { socket } = this;
    if (socket?.destroyed) return false;
    if (socket && this._isCurrent() && socket.writable) {
      if (this.#waiting.length > 0) this._flushOutput(socket);
      return socket.write(data as string, encoding, callback);
    }
    this.#waiting.push({ data, encoding, callback });
    this.outputSize += data.length;
    return this.outputSize < highWaterMark;
  }

  #addOwnHeaders(head: MessageHead): void {
    const { said } = head;
    if (this.sendDate && !said.date) head.append('Date', dateText());
    this.#addConnection(head);
    if (!this._hasBody) {
      this.chunkedEncoding = false;
    } else if (said.contentLength !== undefined) {
      this._contentLength = said.contentLength;
    } else if (said.transferEncoding) {
      this.chunkedEncoding = said.chunked;
    } else if (!this.useChunkedEncodingByDefault) {
      this._last = true;
    } else if (!said.trailer && !this._removedContLen && this._contentLength !== null) {
      head.append('Content-Length', `${this._contentLength}`);
    } else if (!this._removedTE && this.useChunkedEncodingByDefault) {
      head.append('Transfer-Encoding', 'chunked');
      this.chunkedEncoding = true;
    } else {
      this._last = true;
    }
    if (said.trailer && !this.chunkedEncoding) throw httpError('ERR_HTTP_TRAILER_INVALID');
  }

  #addConnection(head: MessageHead): void {
    const { said } = head;
    if (said.connection === 'close') this._last = true;
    if (said.connection === 'keep-alive') this.shouldKeepAlive = true;
    if (this._removedConnection) {
      this._last = !this.shouldKeepAlive;
      return;
    }
    if (said.connection !== undefined) return;
    const lengthKnown =
      said.contentLength !== undefined ||
      this.useChunkedEncodingByDefault ||
      this._agentKeepsAlive();
    if (!this.shouldKeepAlive || !lengthKnown) {
      this._last = true;
      head.append('Connection', 'close');
    } else if (this.maxRequestsOnConnectionReached) {
      head.append('Connection', 'close');
    } else {
      head.append('Connection', 'keep-alive');
      if (this._keepAliveTimeout > 0 && this._defaultKeepAlive && !said.keepAlive) {
        const max = this._maxRequestsPerSocket > 0 ? `, max=${this._maxRequestsPerSocket}` : '';
        head.append('Keep-Alive', `timeout=${Math.floor(this._keepAliveTimeout / 1000)}${max}`);
      }
    }
  }

  /** A client whose agent keeps connections may end a message without a length. */
  _agentKeepsAlive(): boolean {
    return false;
  }

  protected checkCallback(callback: unknown): void {
    if (callback !== undefined) validateFunction(callback, 'callback');
  }

  protected checkValue(name: string, value: unknown): void {
    validateHeaderValue(name, value);
  }
}

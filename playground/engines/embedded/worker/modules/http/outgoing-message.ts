import { Buffer } from 'node:buffer';
import { invalidArgType } from 'node:internal/errors';
import type { HeaderValue } from './header-store.ts';
import { httpError } from './http-errors.ts';
import { OutgoingQueue, type Callback, type Chunk } from './outgoing-queue.ts';
import { hasInvalidCharacter, validateHeaderName } from './tokens.ts';

/** How a message is made. */
export interface OutgoingOptions {
  readonly highWaterMark?: number;
  /** Whether a body is refused where there can be none; else it is dropped. */
  readonly rejectNonStandardBodyWrites?: boolean;
}

interface Piece {
  readonly data: Chunk;
  readonly encoding: BufferEncoding | null | undefined;
  readonly callback: Callback | null;
}

const nothing = (): void => undefined;

/** A request or a response on its way out. */
export class OutgoingMessage extends OutgoingQueue {
  strictContentLength = false;
  _trailer = '';
  readonly #rejectsBody: boolean;
  #written = 0;
  #pieces: Piece[] = [];
  #pieceBytes = 0;
  #allWritten = false;
  readonly #endCalls: Callback[] = [];

  constructor(options?: OutgoingOptions | null) {
    super(options);
    this.#rejectsBody = options?.rejectNonStandardBodyWrites ?? false;
  }

  get writableEnded(): boolean {
    return this.finished;
  }

  get writableFinished(): boolean {
    return this.#allWritten;
  }

  cork(): void {
    this.corks += 1;
    this.socket?.cork();
  }

  uncork(): void {
    this.corks -= 1;
    this.socket?.uncork();
    if (this.corks > 0 || this.#pieces.length === 0) return;
    this.#sendPieces();
    if (this.writableLength === 0) this._drained();
  }

  override pipe<Destination>(): Destination {
    this.emit('error', httpError('ERR_STREAM_CANNOT_PIPE'));
    return undefined as Destination;
  }

  write(
    chunk: Chunk,
    encoding?: BufferEncoding | Callback | null,
    callback?: Callback | null,
  ): boolean {
    const done = typeof encoding === 'function' ? encoding : callback;
    const coding = typeof encoding === 'function' ? null : encoding;
    const kept = this.#write(chunk, coding, done, false);
    if (!kept) this.needsDrain = true;
    return kept;
  }

  end(
    chunk?: Chunk | Callback | null,
    encoding?: BufferEncoding | Callback | null,
    callback?: Callback | null,
  ): this {
    const data = typeof chunk === 'function' ? null : chunk;
    const done = [chunk, encoding, callback].find((one) => typeof one === 'function') as
      Callback | undefined;
    const coding = typeof encoding === 'string' ? encoding : null;
    if (this.finished) return this.#endAgain(data, done);
    if (data) {
      this.socket?.cork();
      this.#write(data, coding, null, true);
    } else if (this._header === null) {
      this.socket?.cork();
      this._contentLength = 0;
      this._implicitHeader();
    }
    if (done) this.#endCalls.push(done);
    this.#checkLength();
    this.#sendEnd(Boolean(data));
    this.#uncorkAll();
    this.finished = true;
    const { socket } = this;
    if (this.outputData.length === 0 && socket?._httpMessage === this) this._finish();
    return this;
  }

  addTrailers(headers: Readonly<Record<string, HeaderValue>> | readonly [string, HeaderValue][]) {
    this._trailer = '';
    const pairs = Array.isArray(headers) ? headers : Object.entries(headers);
    for (const [name, value] of pairs as [string, HeaderValue][]) {
      validateHeaderName(name, 'Trailer name');
      const each = typeof value === 'object' && !this.isUnique(name.toLowerCase());
      const lines = each ? value : [[value].flat().join('; ')];
      for (const line of lines) this.#addTrailer(name, line);
    }
  }

  flushHeaders(): void {
    if (this._header === null) this._implicitHeader();
    this._send('');
  }

  /** Writes the head where a program has not. */
  _implicitHeader(): void {
    throw httpError('ERR_METHOD_NOT_IMPLEMENTED', '_implicitHeader()');
  }

  _finish(): void {
    this.emit('prefinish');
  }

  protected get chunkBytes(): number {
    return this.#pieceBytes;
  }

  #addTrailer(name: string, value: unknown): void {
    if (hasInvalidCharacter(value, this.validation))
      throw httpError('ERR_INVALID_CHAR', 'trailer content', name);
    this._trailer += `${name}: ${String(value)}\r\n`;
  }

  /** @param last whether it ends the message, so that its length may be told */
  #write(
    chunk: unknown,
    encoding: BufferEncoding | null | undefined,
    callback: Callback | null | undefined,
    last: boolean,
  ): boolean {
    const done = typeof callback === 'function' ? callback : nothing;
    const data = checkChunk(chunk);
    const bytes =
      typeof data === 'string' ? Buffer.byteLength(data, encoding ?? undefined) : data.byteLength;
    if (this.finished || this.destroyed) {
      this.#refuseWrite(done);
      return false;
    }
    this.#countBody(bytes);
    if (this._header === null) {
      if (last) this._contentLength = bytes;
      this._implicitHeader();
    }
    if (!this._hasBody) return this.#dropBody(done);
    if (!last) this.#corkForTick();
    if (!this.chunkedEncoding || data.length === 0)
      return this._send(data, encoding, last ? null : done);
    return this.#sendChunk(data, encoding, bytes, done);
  }

  #refuseWrite(done: Callback): void {
    const code = this.finished ? 'ERR_STREAM_WRITE_AFTER_END' : 'ERR_STREAM_DESTROYED';
    this.#fail(httpError(code, 'write'), done);
  }

  #dropBody(done: Callback): boolean {
    if (this.#rejectsBody) throw httpError('ERR_HTTP_BODY_NOT_ALLOWED');
    process.nextTick(done);
    return true;
  }

  /** All that one callback writes goes out together. */
  #corkForTick(): void {
    const { socket } = this;
    if (!socket || socket.writableCorked > 0) return;
    socket.cork();
    process.nextTick(() => socket.uncork());
  }

  #sendChunk(
    data: Chunk,
    encoding: BufferEncoding | null | undefined,
    bytes: number,
    done: Callback,
  ): boolean {
    if (this.corks > 0 && this._headerSent) {
      this.#pieces.push({ data, encoding, callback: done });
      this.#pieceBytes += bytes;
      return this.#pieceBytes < this.writableHighWaterMark;
    }
    this._send(`${bytes.toString(16)}\r\n`, 'latin1');
    this._send(data, encoding);
    return this._send('\r\n', 'latin1', done);
  }

  /** What was written while corked is one chunk. */
  #sendPieces(): void {
    const pieces = this.#pieces;
    this._send(`${this.#pieceBytes.toString(16)}\r\n`, 'latin1');
    this.#pieces = [];
    this.#pieceBytes = 0;
    for (const { data, encoding } of pieces) this._send(data, encoding);
    this._send('\r\n', 'latin1', (error) => {
      for (const { callback } of pieces) callback?.(error);
    });
  }

  #countBody(bytes: number): void {
    if (this.#isStrict() && this.#written + bytes > (this._contentLength ?? 0))
      throw this.#mismatch(this.#written + bytes);
    this.#written += bytes;
  }

  #checkLength(): void {
    if (this.#isStrict() && this.#written !== this._contentLength)
      throw this.#mismatch(this.#written);
  }

  #isStrict(): boolean {
    const sized = this._contentLength !== null && !this._removedContLen && !this.chunkedEncoding;
    return (
      this.strictContentLength && sized && this._hasBody && !this.hasHeader('transfer-encoding')
    );
  }

  #mismatch(bytes: number): Error {
    return httpError(
      'ERR_HTTP_CONTENT_LENGTH_MISMATCH',
      String(bytes),
      String(this._contentLength),
    );
  }

  #sendEnd(hadData: boolean): void {
    const finish = (error?: Error | null): void => this.#finishedWriting(error);
    if (this.#pieces.length > 0) this.#sendPieces();
    if (this._hasBody && this.chunkedEncoding)
      this._send(`0\r\n${this._trailer}\r\n`, 'latin1', finish);
    else if (!this._headerSent || this.writableLength > 0 || hadData)
      this._send('', 'latin1', finish);
    else process.nextTick(finish);
  }

  #uncorkAll(): void {
    const { socket } = this;
    if (socket) {
      while (socket.writableCorked > 1) socket.uncork();
      socket.uncork();
    }
    this.corks = 0;
  }

  #endAgain(data: Chunk | null | undefined, done: Callback | undefined): this {
    if (data) this.#fail(httpError('ERR_STREAM_WRITE_AFTER_END'), done ?? nothing);
    else if (done && this.#allWritten)
      process.nextTick(done, httpError('ERR_STREAM_ALREADY_FINISHED', 'end'));
    else if (done) this.#endCalls.push(done);
    return this;
  }

  #fail(error: Error, done: Callback): void {
    const wasDestroyed = this.destroyed;
    process.nextTick(() => {
      done(error);
      if (!wasDestroyed && !this._closed) this.emit('error', error);
    });
  }

  #finishedWriting(error?: Error | null): void {
    const broken = (this.socket as { _hadError?: boolean } | null)?._hadError;
    if (!error && !broken) this.#allWritten = true;
    for (const done of this.#endCalls.splice(0)) done(error ?? null);
    if (this.#allWritten) this.emit('finish');
  }
}

function checkChunk(chunk: unknown): Chunk {
  if (chunk === null) throw httpError('ERR_STREAM_NULL_VALUES');
  if (typeof chunk === 'string' || chunk instanceof Uint8Array) return chunk;
  throw invalidArgType('chunk', ['string', 'Buffer', 'Uint8Array'], chunk);
}

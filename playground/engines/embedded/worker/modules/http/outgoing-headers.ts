import { Stream } from 'node:stream';
import { invalidArgType, validateString } from 'node:internal/errors';
import { dateText } from './date-text.ts';
import { HeaderStore, type HeaderValue } from './header-store.ts';
import { httpError } from './http-errors.ts';
import { MessageHead, pairsOf, type GivenHeaders } from './message-head.ts';
import type { Validation } from './tokens.ts';

/** The headers of a message on its way out, until they are sent. */
export abstract class OutgoingHeaders extends Stream {
  _last = false;
  chunkedEncoding = false;
  shouldKeepAlive = true;
  maxRequestsOnConnectionReached = false;
  _defaultKeepAlive = true;
  useChunkedEncodingByDefault = true;
  sendDate = false;
  _removedConnection = false;
  _removedContLen = false;
  _removedTE = false;
  _contentLength: number | null = null;
  _hasBody = true;
  _headerSent = false;
  _header: string | null = null;
  _keepAliveTimeout = 0;
  _maxRequestsPerSocket = 0;
  /** Names, in lower case, whose values are sent in one line. */
  #unique: ReadonlySet<string> | undefined;
  readonly #store = new HeaderStore();

  get headersSent(): boolean {
    return this._header !== null;
  }

  /** How strict the values of headers are read. */
  get validation(): Validation {
    return this._isLenientHeaderValidation() ? 'relaxed' : 'strict';
  }

  setHeader(name: string, value: HeaderValue): this {
    this.#mayChange('set');
    this.#store.set(name, value, this.validation);
    return this;
  }

  setHeaders(headers: Headers | ReadonlyMap<string, HeaderValue>): this {
    this.#mayChange('set');
    checkHeaderMap(headers);
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
    this.#store.append(name, value, this.validation);
    return this;
  }

  getHeader(name: string): HeaderValue | undefined {
    return this.#store.get(name);
  }

  getHeaderNames(): string[] {
    return this.#store.names();
  }

  getRawHeaderNames(): string[] {
    return this.#store.rawNames();
  }

  getHeaders(): Record<string, HeaderValue> {
    return this.#store.toObject('lower-case');
  }

  hasHeader(name: string): boolean {
    return this.#store.has(name);
  }

  removeHeader(name: string): void {
    validateString(name, 'name');
    this.#mayChange('remove');
    const key = name.toLowerCase();
    if (key === 'connection') this._removedConnection = true;
    if (key === 'content-length') this._removedContLen = true;
    if (key === 'transfer-encoding') this._removedTE = true;
    if (key === 'date') this.sendDate = false;
    this.#store.remove(name);
  }

  /** @param names as in the option `uniqueHeaders`: names, or lists of them */
  setUnique(names: readonly (string | readonly string[])[] | undefined): void {
    this.#unique = names && new Set(names.flat().map((name) => name.toLowerCase()));
  }

  isUnique(lowerCaseName: string): boolean {
    return this.#unique?.has(lowerCaseName) ?? false;
  }

  _isLenientHeaderValidation(): boolean {
    return false;
  }

  _renderHeaders(): Record<string, HeaderValue> {
    this.#mayChange('render');
    return this.#store.toObject('as-set');
  }

  /**
   * Makes the text of the head, with what the program left to Node.
   * @param given in place of the headers that were set
   */
  _storeHeader(firstLine: string, given?: GivenHeaders): void {
    const head = new MessageHead(this, firstLine);
    const checked = given === undefined || given === null;
    const headers = checked ? this.#store.entries() : pairsOf(given);
    for (const [name, value] of headers) head.add(name, value, checked);
    this.#addOwnHeaders(head);
    this._header = head.text;
    this._headerSent = false;
    if (head.said.expect) this._send('');
  }

  protected get hasHeaders(): boolean {
    return this.#store.size > 0;
  }

  abstract _send(data: string): boolean;

  #mayChange(doing: string): void {
    if (this._header !== null) throw httpError('ERR_HTTP_HEADERS_SENT', doing);
  }

  #addOwnHeaders(head: MessageHead): void {
    if (this.sendDate && !head.said.date) head.append('Date', dateText());
    this.#refuseChunks();
    this.#addConnection(head);
    if (!head.said['content-length'] && !head.said['transfer-encoding']) this.#addFraming(head);
    if (!this.chunkedEncoding && head.said.trailer) throw httpError('ERR_HTTP_TRAILER_INVALID');
  }

  /** An answer that has no body cannot end with an empty chunk: its connection closes in its place. */
  #refuseChunks(): void {
    const { statusCode } = this as { statusCode?: number };
    if (!this.chunkedEncoding || (statusCode !== 204 && statusCode !== 304)) return;
    this.chunkedEncoding = false;
    this.shouldKeepAlive = false;
  }

  #addConnection(head: MessageHead): void {
    if (this._removedConnection) {
      this._last = !this.shouldKeepAlive;
      return;
    }
    if (head.said.connection) return;
    const framed = head.said['content-length'] || this.useChunkedEncodingByDefault;
    const stays = this.shouldKeepAlive && (framed || (this as { agent?: unknown }).agent);
    if (!stays) {
      this._last = true;
      head.append('Connection', 'close');
    } else if (this.maxRequestsOnConnectionReached) {
      head.append('Connection', 'close');
    } else {
      head.append('Connection', 'keep-alive');
      this.#addKeepAlive(head);
    }
  }

  #addKeepAlive(head: MessageHead): void {
    if (!this._keepAliveTimeout || !this._defaultKeepAlive) return;
    const seconds = Math.floor(this._keepAliveTimeout / 1000);
    const most = Math.trunc(this._maxRequestsPerSocket);
    head.append('Keep-Alive', most > 0 ? `timeout=${seconds}, max=${most}` : `timeout=${seconds}`);
  }

  #addFraming(head: MessageHead): void {
    if (!this._hasBody) {
      this.chunkedEncoding = false;
    } else if (!this.useChunkedEncodingByDefault) {
      this._last = true;
    } else if (!head.said.trailer && !this._removedContLen && this._contentLength !== null) {
      head.append('Content-Length', String(this._contentLength));
    } else if (this._removedTE) {
      // Only the end of the connection can end this body.
      this._last = true;
    } else {
      head.append('Transfer-Encoding', 'chunked');
      this.chunkedEncoding = true;
    }
  }
}

function checkHeaderMap(headers: unknown): void {
  const map = headers as { keys?: unknown; get?: unknown } | null | undefined;
  if (!map || Array.isArray(map) || typeof map.keys !== 'function' || typeof map.get !== 'function')
    throw invalidArgType('headers', ['Headers', 'Map'], headers);
}

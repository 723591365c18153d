import type { Socket } from 'node:net';
import { validateFunction, validateObject, validateString } from 'node:internal/errors';
import { httpError } from './http-errors.ts';
import type { IncomingMessage } from './incoming-message.ts';
import { pairsOf } from './message-head.ts';
import { OutgoingMessage, type GivenHeaders } from './outgoing-message.ts';
import { statusCodes } from './tables.ts';
import { hasInvalidCharacter, validateHeaderValue } from './tokens.ts';

/** The answer of a server. */
export class ServerResponse extends OutgoingMessage {
  statusCode = 200;
  statusMessage: string | undefined = undefined;
  req: IncomingMessage;
  _sent100 = false;
  _expect_continue = false;
  #closeSocket: (() => void) | undefined;

  constructor(req: IncomingMessage, options: { readonly highWaterMark?: number } = {}) {
    super();
    void options;
    this.req = req;
    this.sendDate = true;
    if (req.method === 'HEAD') this._hasBody = false;
    if (req.httpVersionMajor < 1 || (req.httpVersionMajor === 1 && req.httpVersionMinor < 1)) {
      this.useChunkedEncodingByDefault = /chunked/i.test(String(req.headers['te'] ?? ''));
      this.shouldKeepAlive = false;
    }
  }

  assignSocket(socket: Socket): void {
    const owner = socket as Socket & { _httpMessage?: unknown };
    if (owner._httpMessage) throw httpError('ERR_HTTP_SOCKET_ASSIGNED');
    owner._httpMessage = this;
    this.#closeSocket = () => this._close();
    socket.on('close', this.#closeSocket);
    this.socket = socket;
    this.emit('socket', socket);
    this._flush();
  }

  detachSocket(socket: Socket): void {
    if (this.#closeSocket) socket.removeListener('close', this.#closeSocket);
    (socket as Socket & { _httpMessage?: unknown })._httpMessage = null;
    this.socket = null;
  }

  /** Its connection closed, or it is done: `close` is told once. */
  _close(): void {
    if (this._closed) return;
    this.destroyed = true;
    this._closed = true;
    this.emit('close');
  }

  writeContinue(callback?: () => void): void {
    this.#writeInformation('HTTP/1.1 100 Continue\r\n\r\n', callback);
    this._sent100 = true;
  }

  writeProcessing(callback?: () => void): void {
    this.#writeInformation('HTTP/1.1 102 Processing\r\n\r\n', callback);
  }

  writeEarlyHints(hints: Readonly<Record<string, string | string[]>>, callback?: () => void): void {
    validateObject(hints, 'hints');
    if (hints['link'] === null || hints['link'] === undefined) return;
    const links = [hints['link']].flat();
    if (links.length === 0) return;
    let head = `HTTP/1.1 103 Early Hints\r\nLink: ${links.join(', ')}\r\n`;
    for (const [name, value] of Object.entries(hints)) {
      if (name === 'link') continue;
      validateHeaderValue(name, value);
      head += `${name}: ${String(value)}\r\n`;
    }
    this.#writeInformation(`${head}\r\n`, callback);
  }

  writeHead(statusCode: number, reason?: string | GivenHeaders, headers?: GivenHeaders): this {
    if (this._header !== null) throw httpError('ERR_HTTP_HEADERS_SENT', 'write');
    const status = Math.trunc(Number(statusCode)) | 0;
    if (status < 100 || status > 999)
      throw httpError('ERR_HTTP_INVALID_STATUS_CODE', String(statusCode));
    const given = typeof reason === 'string' ? headers : (reason ?? headers);
    if (typeof reason === 'string') this.statusMessage = reason;
    else this.statusMessage ||= statusCodes[status] ?? 'unknown';
    this.statusCode = status;
    if (hasInvalidCharacter(this.statusMessage ?? ''))
      throw httpError('ERR_INVALID_CHAR', 'statusMessage');
    const rest = this.#merge(given);
    if (status === 204 || status === 304 || status < 200) this._hasBody = false;
    if (this._expect_continue && !this._sent100) this.shouldKeepAlive = false;
    this._storeHeader(`HTTP/1.1 ${status} ${this.statusMessage}`, rest);
    return this;
  }

  writeHeader(...args: Parameters<ServerResponse['writeHead']>): this {
    return this.writeHead(...args);
  }

  override _implicitHeader(): void {
    this.writeHead(this.statusCode);
  }

  /** Headers given to `writeHead` count over those set before; alone they go out as they are. */
  #merge(given: GivenHeaders): GivenHeaders {
    if (given === undefined || given === null) return undefined;
    if (this.store.size === 0 && Array.isArray(given)) return given;
    if (this.store.size === 0) return given;
    const pairs = Array.isArray(given) ? pairsOf(given) : Object.entries(given);
    if (Array.isArray(given)) for (const [name] of pairs) this.store.remove(name);
    for (const [name, value] of pairs) {
      if (Array.isArray(given)) this.store.append(name, value);
      else this.store.set(name, value);
    }
    return undefined;
  }

  #writeInformation(text: string, callback?: () => void): void {
    if (callback !== undefined) validateFunction(callback, 'callback');
    validateString(text, 'text');
    this.socket?.write(text, 'latin1', callback);
  }
}

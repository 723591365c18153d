import { invalidArgValue, validateInteger, validateObject } from 'node:internal/errors';
import { earlyHints } from './early-hints.ts';
import { httpError } from './http-errors.ts';
import type { IncomingMessage } from './incoming-message.ts';
import { pairsOf, type GivenHeaders } from './message-head.ts';
import { OutgoingMessage, type OutgoingOptions } from './outgoing-message.ts';
import type { HttpSocket } from './outgoing-queue.ts';
import { statusCodes } from './tables.ts';
import { hasInvalidCharacter, validateHeaderName, validateHeaderValue } from './tokens.ts';

/** What a response reads of the server it belongs to. */
interface Strictness {
  readonly httpValidation?: string;
  readonly insecureHTTPParser?: boolean;
}

/** The answer of a server. */
export class ServerResponse extends OutgoingMessage {
  statusCode = 200;
  statusMessage: string | undefined = undefined;
  req: IncomingMessage;
  _sent100 = false;
  _expect_continue = false;
  readonly #closed = (): void => this._close();

  constructor(req: IncomingMessage, options?: OutgoingOptions | null) {
    super(options);
    this.req = req;
    this.sendDate = true;
    if (req.method === 'HEAD') this._hasBody = false;
    if (Number(req.httpVersionMajor) < 1 || Number(req.httpVersionMinor) < 1) {
      this.useChunkedEncodingByDefault = /chunk/i.test(String(req.headers['te']));
      this.shouldKeepAlive = false;
    }
  }

  assignSocket(socket: HttpSocket): void {
    if (socket._httpMessage) throw httpError('ERR_HTTP_SOCKET_ASSIGNED');
    socket._httpMessage = this;
    socket.on('close', this.#closed);
    this.socket = socket;
    this.emit('socket', socket);
    this._flush();
  }

  detachSocket(socket: HttpSocket): void {
    socket.removeListener('close', this.#closed);
    socket._httpMessage = null;
    this.socket = null;
  }

  /** Sends an answer that comes before the answer: 100, 102 to 199. */
  writeInformation(status: number, headers?: GivenHeaders, callback?: () => void): boolean {
    if (this._header !== null) throw httpError('ERR_HTTP_HEADERS_SENT', 'write');
    validateInteger(status, 'statusCode', 100, 199);
    if (status === 101) throw httpError('ERR_HTTP_INVALID_STATUS_CODE', String(status));
    if (headers && !Array.isArray(headers)) validateObject(headers, 'headers');
    let head = `HTTP/1.1 ${status} ${statusCodes[status] ?? 'unknown'}\r\n`;
    for (const [name, value] of pairsOf(headers)) head += this.#informationLine(name, value);
    return this._writeRaw(`${head}\r\n`, 'ascii', callback);
  }

  writeContinue(callback?: () => void): void {
    this.writeInformation(100, null, callback);
    this._sent100 = true;
  }

  writeProcessing(callback?: () => void): void {
    this.writeInformation(102, null, callback);
  }

  writeEarlyHints(hints: Readonly<Record<string, string | string[]>>, callback?: () => void): void {
    const headers = earlyHints(hints);
    if (headers) this.writeInformation(103, headers, callback);
  }

  writeHead(statusCode: number, reason?: string | GivenHeaders, given?: GivenHeaders): this {
    if (this._header !== null) throw httpError('ERR_HTTP_HEADERS_SENT', 'write');
    const status = Number(statusCode) | 0;
    if (status < 100 || status > 999)
      throw httpError('ERR_HTTP_INVALID_STATUS_CODE', String(statusCode));
    if (typeof reason === 'string') this.statusMessage = reason;
    else this.statusMessage ||= statusCodes[status] ?? 'unknown';
    this.statusCode = status;
    const headers = this.#merge(typeof reason === 'string' ? given : (given ?? reason));
    if (hasInvalidCharacter(this.statusMessage))
      throw httpError('ERR_INVALID_CHAR', 'statusMessage');
    if (status === 204 || status === 304 || status < 200) this._hasBody = false;
    // A client that was not told to go on may still send the body it announced.
    if (this._expect_continue && !this._sent100) this.shouldKeepAlive = false;
    this._storeHeader(`HTTP/1.1 ${status} ${this.statusMessage}\r\n`, headers);
    return this;
  }

  writeHeader(...args: Parameters<ServerResponse['writeHead']>): this {
    return this.writeHead(...args);
  }

  override _implicitHeader(): void {
    this.writeHead(this.statusCode);
  }

  override _isLenientHeaderValidation(): boolean {
    const server = (this.req?.socket as { server?: Strictness } | undefined)?.server;
    if (server?.httpValidation !== undefined) return server.httpValidation !== 'strict';
    return server?.insecureHTTPParser ?? false;
  }

  /**
   * Headers given to `writeHead` count over those set before; alone they go out as they are.
   * @returns what goes out in place of what was set
   */
  #merge(given: GivenHeaders): GivenHeaders {
    if (!this.hasHeaders) return given;
    if (!Array.isArray(given)) {
      for (const [name, value] of pairsOf(given)) if (name) this.setHeader(name, value);
      return undefined;
    }
    if (given.length % 2 !== 0) throw invalidArgValue('headers', given);
    const pairs = pairsOf(given);
    for (const [name] of pairs) this.removeHeader(name);
    for (const [name, value] of pairs) if (name) this.appendHeader(name, value as string);
    return undefined;
  }

  #informationLine(name: string, value: unknown): string {
    validateHeaderName(name);
    const values = Array.isArray(value) ? (value as unknown[]) : [value];
    return values
      .map((each) => {
        validateHeaderValue(name, each, this.validation);
        return `${name}: ${String(each)}\r\n`;
      })
      .join('');
  }
}

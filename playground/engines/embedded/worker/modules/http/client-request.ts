import { Buffer } from 'node:buffer';
import { createConnection, type Socket } from 'node:net';
import { addAbortSignal, type Writable } from 'node:stream';
import { machine } from 'node:internal/machine';
import { readTimeout } from '../net/read-timeout.ts';
import { shared, type Agent } from './agent.ts';
import { ClientConnection } from './client-connection.ts';
import { hangUp, httpError } from './http-errors.ts';
import type { IncomingMessage } from './incoming-message.ts';
import type { GivenHeaders } from './message-head.ts';
import { OutgoingMessage } from './outgoing-message.ts';
import {
  hostHeader,
  readAgent,
  readHost,
  readMethod,
  readParserOptions,
  readPath,
  readRequestArguments,
  type RequestOptions,
} from './request-options.ts';
import type { HttpValidation } from './server-options.ts';
import type { PooledSocket } from './socket-pool.ts';

type Connect = (options: object, created: unknown) => Socket | undefined;

/** Methods that rarely have a body, so that none is announced. */
const bodyless = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT']);

/** The request of a client. */
export class ClientRequest extends OutgoingMessage {
  agent: Agent | undefined;
  socketPath: unknown;
  method: string;
  maxHeaderSize: number | undefined;
  insecureHTTPParser: boolean | undefined;
  httpValidation: HttpValidation | undefined;
  joinDuplicateHeaders: boolean | undefined;
  _ended = false;
  res: IncomingMessage | null = null;
  aborted = false;
  timeoutCb: (() => void) | null = null;
  upgradeOrConnect = false;
  parser: unknown = null;
  maxHeadersCount: number | null = null;
  reusedSocket = false;
  host: string;
  protocol: string;
  declare timeout: number | undefined;
  /** Calls in the async context in which the request was made. */
  readonly _inContext = machine.context.bind((call: () => void) => call());
  #path: string;
  #connection: ClientConnection | undefined;
  #failure: Error | undefined;

  constructor(...args: readonly unknown[]) {
    const [options, callback] = readRequestArguments(args);
    const { highWaterMark } = options;
    super(typeof highWaterMark === 'number' ? { highWaterMark } : undefined);
    Object.defineProperty(this, '_inContext', { enumerable: false });
    const usual = (options['_defaultAgent'] as Agent | undefined) ?? shared.agent;
    this.agent = readAgent(options, usual);
    this.#path = options['path'] ? readPath(options['path']) : '/';
    this.protocol = readProtocol(options, this.agent ?? usual, usual);
    const defaultPort = (options['defaultPort'] as number | undefined) || this.agent?.defaultPort;
    const port = options['port'] || defaultPort || 80;
    this.host = readHost(options);
    const where: RequestOptions = Object.assign(Object.create(null) as RequestOptions, options);
    Object.assign(where, { port, host: this.host });
    if (options['setDefaultHeaders'] === false) this.#sendNoneByDefault();
    this.socketPath = options['socketPath'];
    if (options['timeout'] !== undefined) this.timeout = readTimeout(options['timeout'], 'timeout');
    this.#listenTo(options, where);
    this.method = readMethod(options['method']);
    Object.assign(this, readParserOptions(options));
    if (callback) this.once('response', callback as () => void);
    this.useChunkedEncodingByDefault = !bodyless.has(this.method);
    if (this.agent) {
      this.shouldKeepAlive = this.agent.keepAlive || Number.isFinite(this.agent.maxSockets);
      this._last = !this.shouldKeepAlive;
    }
    this.#readHeaders(options, hostHeader(this.host, port, defaultPort));
    this.setUnique(options['uniqueHeaders'] as string[] | undefined);
    if (this.agent) this.agent.addRequest(this, where);
    else this.#connect(where);
  }

  get path(): string {
    return this.#path;
  }

  set path(path: string) {
    this.#path = readPath(path);
  }

  override _implicitHeader(): void {
    if (this._header !== null) throw httpError('ERR_HTTP_HEADERS_SENT', 'render');
    this._storeHeader(this.#firstLine);
  }

  override _isLenientHeaderValidation(): boolean {
    if (this.httpValidation !== undefined) return this.httpValidation !== 'strict';
    return this.insecureHTTPParser ?? false;
  }

  /** The agent has a connection for it, or has none. */
  onSocket(socket: PooledSocket | null, error?: Error): void {
    if (socket && !error) {
      socket._httpMessage = this;
      this.#connection = new ClientConnection(this, socket);
    }
    process.nextTick(() => {
      if (this.destroyed || error) this.#refuse(socket, error);
      else if (socket) this.#take(socket);
    });
  }

  abort(): void {
    if (this.aborted) return;
    this.aborted = true;
    process.nextTick(() => this.emit('abort'));
    this.destroy();
  }

  override destroy(error?: Error): this {
    if (this.destroyed) return this;
    this.destroyed = true;
    this.res?._dump();
    this.#failure = error;
    this.socket?.destroy(error);
    return this;
  }

  override setTimeout(ms: number, callback?: () => void): this {
    if (this._ended) return this;
    this.#listenForTimeout();
    const delayMs = readTimeout(ms, 'msecs');
    if (callback) this.once('timeout', callback);
    if (this.socket) setSocketTimeout(this.socket, delayMs);
    else this.once('socket', (socket: Socket) => setSocketTimeout(socket, delayMs));
    return this;
  }

  setNoDelay(noDelay?: boolean): void {
    this._deferToConnect((socket) => socket.setNoDelay(noDelay));
  }

  setSocketKeepAlive(enable?: boolean, ms?: number): void {
    this._deferToConnect((socket) => socket.setKeepAlive(enable, ms));
  }

  clearTimeout(callback?: () => void): void {
    this.setTimeout(0, callback);
  }

  /** Calls once the request has a connection, and that stands. */
  _deferToConnect(call: (socket: Socket) => void): void {
    const connected = (socket: Socket): void => {
      if (socket.writable && !socket.connecting) call(socket);
      else socket.once('connect', () => call(socket));
    };
    if (this.socket) connected(this.socket);
    else this.once('socket', connected);
  }

  get #firstLine(): string {
    return `${this.method} ${this.path} HTTP/1.1\r\n`;
  }

  #sendNoneByDefault(): void {
    this._removedConnection = true;
    this._removedContLen = true;
    this._removedTE = true;
  }

  #listenTo({ signal }: RequestOptions, where: RequestOptions): void {
    if (!signal) return;
    addAbortSignal(signal as AbortSignal, this as unknown as Writable);
    delete where['signal'];
  }

  #readHeaders(options: RequestOptions, ownHost: string): void {
    const headers = options['headers'] as GivenHeaders;
    if (Array.isArray(headers)) {
      this._storeHeader(this.#firstLine, headers);
      return;
    }
    for (const [name, value] of Object.entries(headers ?? {}))
      this.setHeader(name, value as string);
    const setHost = options['setHost'] ?? options['setDefaultHeaders'] !== false;
    if (setHost && !this.getHeader('host')) this.setHeader('Host', ownHost);
    const { auth } = options;
    if (auth && !this.getHeader('Authorization'))
      this.setHeader('Authorization', `Basic ${Buffer.from(auth as string).toString('base64')}`);
    if (this.getHeader('expect')) this._implicitHeader();
  }

  /** A connection of its own, by whoever the options name. */
  #connect(given: RequestOptions): void {
    this._last = true;
    this.shouldKeepAlive = false;
    const where = { ...given, path: given['socketPath'] ?? undefined };
    const own = given['createConnection'];
    if (typeof own !== 'function') {
      this.onSocket(createConnection(where as unknown as { port: number }));
      return;
    }
    let called = false;
    const created = (error: Error | null, socket?: Socket): void => {
      if (called) return;
      called = true;
      if (error) process.nextTick(() => this.emit('error', error));
      else if (socket) this.onSocket(socket);
    };
    try {
      const socket = (own as Connect)(where, created);
      if (socket) created(null, socket);
    } catch (error) {
      created(error as Error);
    }
  }

  #take(socket: PooledSocket): void {
    this.socket = socket;
    this.#connection?.begin();
    if (this.timeout !== undefined || this.agent?.options.timeout) this.#listenForTimeout();
    this.emit('socket', socket);
    this._flush();
  }

  #refuse(socket: PooledSocket | null, error: Error | undefined): void {
    this.#connection?.release();
    if (socket && !error && this.agent && !socket.destroyed) socket.emit('free');
    else if (socket) {
      socket.on('error', () => undefined);
      socket.destroy(error ?? this.#failure);
    }
    this.destroyed = true;
    const fault = error ?? this.#failure ?? (this.aborted ? undefined : hangUp());
    if (fault) this.emit('error', fault);
    this._close();
  }

  #listenForTimeout(): void {
    if (this.timeoutCb) return;
    const timedOut = (): void => void this.emit('timeout');
    this.timeoutCb = timedOut;
    if (this.socket) this.socket.once('timeout', timedOut);
    else this.once('socket', (socket: Socket) => socket.once('timeout', timedOut));
  }
}

function readProtocol(options: RequestOptions, agent: Agent, usual: Agent): string {
  const protocol = (options['protocol'] as string | undefined) || usual.protocol;
  const expected = agent.protocol || usual.protocol;
  if (protocol === expected) return protocol;
  throw httpError('ERR_INVALID_PROTOCOL', protocol, expected);
}

function setSocketTimeout(socket: Socket, ms: number): void {
  if (socket.connecting) socket.once('connect', () => socket.setTimeout(ms));
  else socket.setTimeout(ms);
}

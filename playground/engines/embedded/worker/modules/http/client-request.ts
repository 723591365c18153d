import { Buffer } from 'node:buffer';
import { createConnection, type Socket } from 'node:net';
import { AbortError, invalidArgType, validateBoolean } from 'node:internal/errors';
import { machine } from 'node:internal/machine';
import type { MessageHead as Head } from '../../network/http/message-parser.ts';
import { Agent, agents } from './agent.ts';
import { ClientConnection } from './client-connection.ts';
import { hangUp, httpError } from './http-errors.ts';
import type { IncomingMessage } from './incoming-message.ts';
import { OutgoingMessage, type GivenHeaders } from './outgoing-message.ts';
import { readHost, readRequestArguments, type RequestOptions } from './request-options.ts';
import { isToken } from './tokens.ts';

type HttpSocket = Socket & { _httpMessage?: unknown };
type Connect = (options: object, callback: unknown) => Socket | undefined;

/** The request of a client. */
export class ClientRequest extends OutgoingMessage {
  method: string;
  path: string;
  host: string;
  protocol: string;
  agent: Agent | undefined;
  timeout: number | undefined;
  res: IncomingMessage | null = null;
  aborted = false;
  upgradeOrConnect = false;
  reusedSocket = false;
  maxHeadersCount: number | null = null;
  timeoutCb: (() => void) | null = null;
  joinDuplicateHeaders: boolean;
  maxHeaderSize: number;
  _ended = false;
  /** Calls in the async context in which the request was made. */
  readonly _inContext = machine.context.bind((call: () => void) => call());
  #connection: ClientConnection | undefined;
  #failure: Error | undefined;
  #told = false;

  constructor(...args: readonly unknown[]) {
    super();
    const [options, callback] = readRequestArguments(args);
    this.agent = readAgent(options['agent']);
    const expected = this.agent?.protocol ?? 'http:';
    this.protocol = (options['protocol'] as string | undefined) ?? expected;
    this.path = readPath(options['path']);
    if (this.protocol !== expected)
      throw httpError('ERR_INVALID_PROTOCOL', this.protocol, expected);
    const port =
      (options['port'] as number | undefined) ??
      (options['defaultPort'] as number | undefined) ??
      this.agent?.defaultPort ??
      80;
    this.host =
      readHost(options['hostname'], 'hostname') ?? readHost(options['host'], 'host') ?? 'localhost';
    this.method = readMethod(options['method']);
    this.maxHeaderSize = (options['maxHeaderSize'] as number | undefined) ?? 16 << 10;
    const { joinDuplicateHeaders } = options;
    if (joinDuplicateHeaders !== undefined)
      validateBoolean(joinDuplicateHeaders, 'options.joinDuplicateHeaders');
    this.joinDuplicateHeaders = joinDuplicateHeaders === true;
    if (options['timeout'] !== undefined) this.timeout = readTimeout(options['timeout']);
    if (callback) this.once('response', callback);
    this.useChunkedEncodingByDefault = ![
      'GET',
      'HEAD',
      'DELETE',
      'OPTIONS',
      'TRACE',
      'CONNECT',
    ].includes(this.method);
    this.#readHeaders(options, port);
    this.#keepOrClose(options);
    this.#listenTo(options['signal']);
    const where = { ...options, host: this.host, port };
    this.#start(where, options);
  }

  override _agentKeepsAlive(): boolean {
    return this.agent !== undefined;
  }

  override _implicitHeader(): void {
    if (this._header) throw httpError('ERR_HTTP_HEADERS_SENT', 'render');
    this._storeHeader(`${this.method} ${this.path} HTTP/1.1`, undefined);
  }

  /** The agent has a connection for it, or has none. */
  onSocket(socket: HttpSocket | null, error?: Error): void {
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
    if (!this.socket && !this.agent) this.#refuse(null, error);
    return this;
  }

  override setTimeout(ms: number, callback?: () => void): this {
    if (this._ended) return this;
    this.checkCallback(callback);
    this.timeout = readTimeout(ms);
    if (callback) this.once('timeout', callback);
    if (!this.socket) this.once('socket', (socket: Socket) => this.#timeOn(socket, ms));
    else this.#timeOn(this.socket, ms);
    return this;
  }

  setNoDelay(noDelay?: boolean): void {
    this.#withSocket((socket) => socket.setNoDelay(noDelay));
  }

  setSocketKeepAlive(enable?: boolean, ms?: number): void {
    this.#withSocket((socket) => socket.setKeepAlive(enable, ms));
  }

  clearTimeout(callback?: () => void): void {
    this.setTimeout(0, callback);
  }

  override _finish(): void {
    super._finish();
  }

  /** @returns what follows the head of a response */
  _respond(response: IncomingMessage, head: Head): 'body' | 'no-body' {
    if (this.res) {
      this.socket?.destroy();
      return 'no-body';
    }
    this.res = response;
    response.req = this;
    if (this.shouldKeepAlive && !head.keepAlive) this.shouldKeepAlive = false;
    response.once('end', () => this.#connection?.responseEnded());
    if (this.aborted || !this.emit('response', response)) response._dump();
    return this.method === 'HEAD' ? 'no-body' : 'body';
  }

  /** Tells of an error once. */
  _tell(error: Error): void {
    if (this.#told) return;
    this.#told = true;
    this.emit('error', error);
  }

  get _told(): boolean {
    return this.#told;
  }

  get _failure(): Error | undefined {
    return this.#failure;
  }

  _close(): void {
    if (this._closed) return;
    this.destroyed = true;
    this._closed = true;
    this.emit('close');
  }

  #start(where: RequestOptions, options: RequestOptions): void {
    const own = options['createConnection'] as Connect | undefined;
    if (this.agent && !own) {
      this.agent.addRequest(this, where);
      return;
    }
    this._last = true;
    this.shouldKeepAlive = false;
    const make = own ?? (createConnection as unknown as Connect);
    const path = options['socketPath'];
    let called = false;
    const created = (error: Error | null, socket?: Socket): void => {
      if (called) return;
      called = true;
      this.onSocket(socket ?? null, error ?? undefined);
    };
    const socket = make({ ...where, path: path ?? undefined }, own ? created : undefined);
    if (socket) created(null, socket);
  }

  #readHeaders(options: RequestOptions, port: number): void {
    const headers = options['headers'] as GivenHeaders;
    const isList = Array.isArray(headers);
    if (!isList && headers)
      for (const [name, value] of Object.entries(headers)) this.setHeader(name, value as string);
    const setHost = options['setHost'] ?? true;
    if (!isList && setHost === true && !this.hasHeader('host')) {
      const host = this.host.includes(':') ? `[${this.host}]` : this.host;
      this.setHeader(
        'Host',
        Number(port) === (this.agent?.defaultPort ?? 80) ? host : `${host}:${port}`,
      );
    }
    if (typeof options['auth'] === 'string' && !this.hasHeader('authorization'))
      this.setHeader('Authorization', `Basic ${Buffer.from(options['auth']).toString('base64')}`);
    if (!isList && !this.hasHeader('expect')) return;
    if (this._header) throw httpError('ERR_HTTP_HEADERS_SENT', 'render');
    this.#keepOrClose(options);
    this._storeHeader(`${this.method} ${this.path} HTTP/1.1`, isList ? headers : undefined);
  }

  #keepOrClose(options: RequestOptions): void {
    const agent = this.agent;
    if (!agent) this.shouldKeepAlive = false;
    else this.shouldKeepAlive = agent.keepAlive || Number.isFinite(agent.maxSockets);
    this._last = !this.shouldKeepAlive && options['agent'] === false;
  }

  #listenTo(signal: unknown): void {
    if (!(signal instanceof AbortSignal)) return;
    const abort = (): void => void this.destroy(new AbortError(signal.reason));
    if (signal.aborted) process.nextTick(abort);
    else signal.addEventListener('abort', abort, { once: true });
  }

  #take(socket: HttpSocket): void {
    this.socket = socket;
    socket._httpMessage = this;
    this.#connection = new ClientConnection(this, socket);
    if (this.timeout !== undefined) this.#timeOn(socket, this.timeout);
    this.emit('socket', socket);
    this._flush();
  }

  #refuse(socket: HttpSocket | null, error = this.#failure): void {
    if (socket && !error && this.agent && !socket.destroyed) socket.emit('free');
    else socket?.destroy(error);
    process.nextTick(() => {
      if (!this.aborted || error) this._tell(error ?? hangUp());
      else this._tell(hangUp());
      this._close();
    });
  }

  #timeOn(socket: Socket, ms: number): void {
    socket.setTimeout(ms);
    if (this.timeoutCb) socket.off('timeout', this.timeoutCb);
    this.timeoutCb = () => void this.emit('timeout');
    if (ms > 0) socket.once('timeout', this.timeoutCb);
  }

  #withSocket(run: (socket: Socket) => void): void {
    if (this.socket) run(this.socket);
    else this.once('socket', run);
  }
}

function readAgent(agent: unknown): Agent | undefined {
  if (agent === false) return new Agent();
  if (agent === undefined || agent === null) return agents.global;
  if (typeof (agent as Agent).addRequest === 'function') return agent as Agent;
  throw invalidArgType('options.agent', ['Agent-like Object', 'undefined', 'false'], agent);
}

function readPath(path: unknown): string {
  if (path === undefined || path === null || path === '') return '/';
  const text = `${path as string}`;
  if (/[^\u0021-\u00ff]/.test(text)) throw httpError('ERR_UNESCAPED_CHARACTERS', 'Request path');
  return text;
}

function readMethod(method: unknown): string {
  if (method === undefined || method === null || method === '') return 'GET';
  if (typeof method !== 'string') throw invalidArgType('options.method', 'string', method);
  if (!isToken(method)) throw httpError('ERR_INVALID_HTTP_TOKEN', 'Method', method);
  return method.toUpperCase();
}

function readTimeout(ms: unknown): number {
  if (typeof ms !== 'number') throw invalidArgType('msecs', 'number', ms);
  return ms;
}

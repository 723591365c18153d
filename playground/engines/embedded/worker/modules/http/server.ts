import { Server as NetServer, type Socket } from 'node:net';
import { invalidArgType, outOfRange, validateBoolean, validateInteger } from 'node:internal/errors';
import { IncomingMessage } from './incoming-message.ts';
import { ServerConnection } from './server-connection.ts';
import { ServerResponse } from './server-response.ts';

export interface ServerOptions {
  readonly IncomingMessage?: typeof IncomingMessage;
  readonly ServerResponse?: typeof ServerResponse;
  readonly maxHeaderSize?: number;
  readonly requireHostHeader?: boolean;
  readonly joinDuplicateHeaders?: boolean;
  readonly insecureHTTPParser?: boolean;
  readonly keepAliveTimeout?: number;
  readonly headersTimeout?: number;
  readonly requestTimeout?: number;
  readonly connectionsCheckingInterval?: number;
  readonly highWaterMark?: number;
  readonly noDelay?: boolean;
  readonly keepAlive?: boolean;
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** `http.Server`. */
export class Server extends NetServer {
  timeout = 0;
  keepAliveTimeout: number;
  headersTimeout: number;
  requestTimeout: number;
  maxHeadersCount: number | null = null;
  maxRequestsPerSocket: number | null = 0;
  readonly httpAllowHalfOpen = false;
  readonly requireHostHeader: boolean;
  readonly joinDuplicateHeaders: boolean;
  readonly maxHeaderSize: number;
  readonly Incoming: typeof IncomingMessage;
  readonly Response: typeof ServerResponse;
  readonly messageOptions: { readonly highWaterMark?: number };
  readonly #open = new Set<ServerConnection>();

  constructor(options?: ServerOptions | Listener | null, listener?: Listener) {
    const given = readOptions(options);
    super({ allowHalfOpen: true });
    for (const name of ['Incoming', 'Response', 'messageOptions', 'maxHeaderSize'])
      Object.defineProperty(this, name, { enumerable: false, writable: true });
    this.requestTimeout = duration(given, 'requestTimeout', 300_000);
    this.headersTimeout = duration(
      given,
      'headersTimeout',
      Math.min(60_000, this.requestTimeout || 60_000),
    );
    this.keepAliveTimeout = duration(given, 'keepAliveTimeout', 5000);
    duration(given, 'connectionsCheckingInterval', 30_000);
    if (this.requestTimeout > 0 && this.headersTimeout > this.requestTimeout)
      throw outOfRange('headersTimeout', '<= requestTimeout', given.headersTimeout);
    for (const name of ['requireHostHeader', 'joinDuplicateHeaders', 'insecureHTTPParser'] as const)
      if (given[name] !== undefined) validateBoolean(given[name], `options.${name}`);
    this.requireHostHeader = given.requireHostHeader ?? true;
    this.joinDuplicateHeaders = given.joinDuplicateHeaders ?? false;
    if (given.maxHeaderSize !== undefined) validateInteger(given.maxHeaderSize, 'maxHeaderSize', 0);
    this.maxHeaderSize = given.maxHeaderSize ?? 16 << 10;
    this.Incoming = given.IncomingMessage ?? IncomingMessage;
    this.Response = given.ServerResponse ?? ServerResponse;
    this.messageOptions =
      given.highWaterMark === undefined ? {} : { highWaterMark: given.highWaterMark };
    const call = typeof options === 'function' ? options : listener;
    if (call) this.on('request', call);
    this.on('connection', (socket: Socket) => {
      this.#open.add(new ServerConnection(this, socket));
    });
  }

  setTimeout(ms: number | (() => void), callback?: () => void): this {
    const call = typeof ms === 'function' ? ms : callback;
    this.timeout = typeof ms === 'function' ? 0 : ms;
    if (call) this.on('timeout', call);
    return this;
  }

  override close(callback?: (error?: Error) => void): this {
    super.close(callback);
    this.closeIdleConnections();
    return this;
  }

  closeAllConnections(): void {
    for (const { socket } of this.#open) socket.destroy();
  }

  closeIdleConnections(): void {
    for (const connection of this.#open)
      if (connection.idle && connection.used) connection.socket.destroy();
  }

  _forget(connection: ServerConnection): void {
    this.#open.delete(connection);
  }
}

function readOptions(options: unknown): ServerOptions {
  if (options === undefined || options === null || typeof options === 'function') return {};
  if (typeof options !== 'object') throw invalidArgType('options', 'Object', options);
  return options;
}

function duration(
  options: ServerOptions,
  name: 'requestTimeout' | 'headersTimeout' | 'keepAliveTimeout' | 'connectionsCheckingInterval',
  otherwise: number,
): number {
  const value = options[name];
  if (value === undefined) return otherwise;
  validateInteger(value, name, 0);
  return value;
}

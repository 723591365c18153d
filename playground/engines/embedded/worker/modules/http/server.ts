import { EventEmitter } from 'node:events';
import { Server as NetServer } from 'node:net';
import { ConnectionChecks } from './connection-checks.ts';
import type { IncomingMessage } from './incoming-message.ts';
import { connectionListener } from './server-connection.ts';
import { readServerOptions, type ServerOptions, type ServerSettings } from './server-options.ts';
import type { ServerResponse } from './server-response.ts';
import { statusCodes } from './tables.ts';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;
type Close = (error?: Error) => void;

/** `http.Server`. */
export class Server extends NetServer implements ServerSettings {
  declare IncomingMessage: ServerSettings['IncomingMessage'];
  declare ServerResponse: ServerSettings['ServerResponse'];
  declare maxHeaderSize: ServerSettings['maxHeaderSize'];
  declare insecureHTTPParser: ServerSettings['insecureHTTPParser'];
  declare httpValidation: ServerSettings['httpValidation'];
  declare requestTimeout: ServerSettings['requestTimeout'];
  declare headersTimeout: ServerSettings['headersTimeout'];
  declare keepAliveTimeout: ServerSettings['keepAliveTimeout'];
  declare keepAliveTimeoutBuffer: ServerSettings['keepAliveTimeoutBuffer'];
  declare connectionsCheckingInterval: ServerSettings['connectionsCheckingInterval'];
  declare requireHostHeader: ServerSettings['requireHostHeader'];
  declare joinDuplicateHeaders: ServerSettings['joinDuplicateHeaders'];
  declare rejectNonStandardBodyWrites: ServerSettings['rejectNonStandardBodyWrites'];
  declare shouldUpgradeCallback: ServerSettings['shouldUpgradeCallback'];
  declare uniqueHeaders: ServerSettings['uniqueHeaders'];
  httpAllowHalfOpen = false;
  timeout = 0;
  maxHeadersCount: number | null = null;
  maxRequestsPerSocket: number | null = 0;
  /** Its open connections, and what looks after them. */
  readonly _checks = new ConnectionChecks(this);

  constructor(options?: ServerOptions | Listener | null, listener?: Listener) {
    const given = typeof options === 'function' ? undefined : options;
    const settings = readServerOptions(given);
    const { noDelay = true, keepAlive, keepAliveInitialDelay, highWaterMark } = given ?? {};
    super({ allowHalfOpen: true, noDelay, keepAlive, keepAliveInitialDelay, highWaterMark });
    Object.assign(this, settings);
    for (const name of ['_checks', 'IncomingMessage', 'ServerResponse', 'uniqueHeaders'])
      Object.defineProperty(this, name, { enumerable: false });
    const call = typeof options === 'function' ? options : listener;
    if (call) this.on('request', call);
    this.on('connection', connectionListener);
    this.on('listening', () => this._checks.start());
  }

  setTimeout(ms: number, callback?: () => void): this {
    this.timeout = ms;
    if (callback) this.on('timeout', callback);
    return this;
  }

  override close(callback?: Close): this {
    this.closeIdleConnections();
    this._checks.stop();
    return super.close(callback);
  }

  closeAllConnections(): void {
    for (const { socket } of this._checks.all) socket.destroy();
  }

  closeIdleConnections(): void {
    for (const { socket } of this._checks.idle) {
      const { _httpMessage: response } = socket;
      if (!response || response.finished) socket.destroy();
    }
  }

  /** A listener of `request` returned a promise that rejected. */
  override [EventEmitter.captureRejectionSymbol](
    error: Error,
    event: string | symbol,
    ...args: unknown[]
  ): void {
    const response = args[1] as ServerResponse | undefined;
    if (event !== 'request' || !response) {
      super[EventEmitter.captureRejectionSymbol]?.(error, event, ...args);
    } else if (response.headersSent || response.writableEnded) {
      response.destroy();
    } else {
      for (const name of response.getHeaderNames()) response.removeHeader(name);
      response.statusCode = 500;
      response.end(statusCodes[500]);
    }
  }
}

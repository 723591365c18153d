import { EventEmitter } from 'node:events';
import { invalidArgType, invalidArgValue, validateNumber } from 'node:internal/errors';
import { machine } from 'node:internal/machine';
import { network } from 'node:internal/network';
import type { Endpoint } from '../../network/endpoint.ts';
import type { Listener } from '../../network/network.ts';
import { systemError } from '../errors/system-error.ts';
import { readArguments, readPort, type NetOptions } from './connect-arguments.ts';
import { isIP } from './ip.ts';
import { networkError } from './net-errors.ts';
import { resolveHost } from './resolve-host.ts';
import { Socket } from './socket.ts';

export interface ServerOptions {
  readonly allowHalfOpen?: boolean;
  readonly pauseOnConnect?: boolean;
  readonly highWaterMark?: number;
  readonly noDelay?: boolean;
  readonly keepAlive?: boolean;
  readonly keepAliveInitialDelay?: number;
}

/** `net.Server`: it listens in the program's own network. */
export class Server extends EventEmitter {
  allowHalfOpen: boolean;
  pauseOnConnect: boolean;
  maxConnections: number | undefined;
  _connections = 0;
  _handle: Listener | null = null;
  readonly #options: ServerOptions;
  #ref = true;
  #waiting = false;

  constructor(options?: ServerOptions | ((socket: Socket) => void) | null, listener?: unknown) {
    super();
    const call = typeof options === 'function' ? options : listener;
    if (
      options !== undefined &&
      options !== null &&
      !['object', 'function'].includes(typeof options)
    )
      throw invalidArgType('options', 'Object', options);
    this.#options = typeof options === 'object' && options ? options : {};
    for (const name of ['keepAliveInitialDelay', 'highWaterMark'] as const) {
      const value = this.#options[name];
      if (value !== undefined) validateNumber(value, `options.${name}`);
    }
    this.allowHalfOpen = this.#options.allowHalfOpen ?? false;
    this.pauseOnConnect = this.#options.pauseOnConnect ?? false;
    if (typeof call === 'function') this.on('connection', call as () => void);
  }

  get listening(): boolean {
    return this._handle !== null;
  }

  listen(...args: readonly unknown[]): this {
    const [options, callback] = readArguments(args);
    if (this._handle || this.#waiting) throw networkError('ERR_SERVER_ALREADY_LISTEN');
    if (callback) this.once('listening', callback);
    const { path, signal } = options;
    if (signal instanceof AbortSignal) {
      if (signal.aborted) this.close();
      else signal.addEventListener('abort', () => this.close(), { once: true });
    }
    if (typeof path === 'string') this.#bind({ path });
    else this.#listenAtPort(options, typeof args[0] === 'object' && args[0] !== null);
    return this;
  }

  address(): { address: string; family: string; port: number } | string | null {
    const at = this._handle?.address;
    if (!at) return null;
    if ('path' in at) return at.path;
    const { host, port } = at;
    return { address: host, family: host.includes(':') ? 'IPv6' : 'IPv4', port };
  }

  close(callback?: (error?: Error) => void): this {
    const handle = this._handle;
    if (typeof callback === 'function') {
      if (handle) this.once('close', callback);
      else this.once('close', () => callback(networkError('ERR_SERVER_NOT_RUNNING')));
    }
    handle?.close();
    this._handle = null;
    this._emitCloseIfDrained();
    return this;
  }

  getConnections(callback: (error: Error | null, count: number) => void): this {
    const count = this._connections;
    machine.loop.nextTick(() => callback(null, count));
    return this;
  }

  ref(): this {
    this.#ref = true;
    this._handle?.ref();
    return this;
  }

  unref(): this {
    this.#ref = false;
    this._handle?.unref();
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this._handle) return;
    await new Promise<void>((resolve) => this.close(() => resolve()));
  }

  /** @param asked whether the caller gave options, which must then say where */
  #listenAtPort(options: NetOptions, asked: boolean): void {
    if (asked && !('port' in options)) {
      const why = 'path' in options ? undefined : 'must have the property "port" or "path"';
      throw invalidArgValue('options', options, why);
    }
    if (typeof options['port'] === 'boolean') throw invalidArgValue('options', options);
    const port = readPort(options['port'] ?? 0, 'options.port');
    const host = options['host'];
    if (typeof host !== 'string' || host === '') this.#bind({ port, host: '::' });
    else this.#bindTo(host, port);
  }

  /** A name is looked up first; an address is taken in the next tick. */
  #bindTo(host: string, port: number): void {
    this.#waiting = true;
    const bind = (): void => {
      this.#waiting = false;
      try {
        this.#bind({ port, host: resolveHost(host).address });
      } catch (error) {
        this.emit('error', error);
      }
    };
    if (isIP(host) === 0) machine.loop.poll(bind);
    else machine.loop.nextTick(bind);
  }

  #bind(wanted: Listener['address']): void {
    const handle = network.listen(wanted, (end) => this.#accept(end));
    if (!handle) {
      const at =
        'path' in wanted ? { address: wanted.path } : { address: wanted.host, port: wanted.port };
      const error = systemError('EADDRINUSE', 'listen', at, true);
      machine.loop.nextTick(() => this.emit('error', error));
      return;
    }
    this._handle = handle;
    if (!this.#ref) handle.unref();
    machine.loop.nextTick(() => {
      if (this._handle === handle) this.emit('listening');
    });
  }

  #accept(end: Endpoint): void {
    if (this.maxConnections !== undefined && this._connections >= this.maxConnections) {
      const { local, remote } = end;
      end.close();
      this.emit('drop', dropDetail(local, remote));
      return;
    }
    const socket = new Socket({
      handle: end,
      allowHalfOpen: this.allowHalfOpen,
      ...this.#highWaterMark(),
    });
    socket.server = this;
    socket._server = this;
    this._connections += 1;
    if (this.pauseOnConnect) socket.pause();
    else socket.read(0);
    this.emit('connection', socket);
  }

  #highWaterMark(): { highWaterMark?: number } {
    const { highWaterMark } = this.#options;
    return highWaterMark === undefined ? {} : { highWaterMark };
  }

  /** `close` is told once nothing listens, and no connection is left. */
  _emitCloseIfDrained(): void {
    if (this._handle || this._connections > 0) return;
    machine.loop.nextTick(() => {
      if (!this._handle && this._connections === 0) this.emit('close');
    });
  }
}

function dropDetail(local: Endpoint['local'], remote: Endpoint['remote']): object {
  return {
    localAddress: local.address,
    localPort: local.port,
    localFamily: local.family,
    remoteAddress: remote.address,
    remotePort: remote.port,
    remoteFamily: remote.family,
  };
}

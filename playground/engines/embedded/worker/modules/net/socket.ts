import { Buffer } from 'node:buffer';
import { Duplex, type DuplexOptions } from 'node:stream';
import {
  AbortError,
  invalidArgType,
  invalidArgValue,
  validateFunction,
} from 'node:internal/errors';
import { machine } from 'node:internal/machine';
import { network } from 'node:internal/network';
import type { TimerHandle } from '../../machine.ts';
import type { Endpoint, Place } from '../../network/endpoint.ts';
import { systemError } from '../errors/system-error.ts';
import { readArguments, readPort, type NetOptions } from './connect-arguments.ts';
import { findHost } from './find-host.ts';
import { networkError } from './net-errors.ts';
import { readTimeout } from './read-timeout.ts';

/** What a socket can be made with. */
export interface SocketOptions extends DuplexOptions {
  /** An end of a connection that stands already. */
  readonly handle?: Endpoint;
}

type Done = (error?: Error | null) => void;

/** `net.Socket`: a stream over one end of a connection in the program's own network. */
export class Socket extends Duplex {
  connecting = false;
  timeout: number | undefined;
  bytesRead = 0;
  autoSelectFamilyAttemptedAddresses: string[] = [];
  _handle: Endpoint | null = null;
  /** The server that accepted it; the second counts it. */
  server: unknown = null;
  _server: { _connections: number; _emitCloseIfDrained(): void } | null = null;
  #written = 0;
  #timer: TimerHandle | undefined;
  #ref = true;
  #paused = true;
  #places: { readonly local: Place; readonly remote: Place } | undefined;

  constructor(options: SocketOptions = {}) {
    refuseObjectMode(options);
    super({
      ...options,
      autoDestroy: true,
      emitClose: false,
      decodeStrings: true,
      objectMode: false,
      allowHalfOpen: options.allowHalfOpen ?? false,
    });
    this.on('end', () => this.#readEnded());
    if (options.handle) this.#attach(options.handle);
    if (options.signal) endWith(options.signal, this);
  }

  get pending(): boolean {
    return !this._handle || this.connecting;
  }

  get readyState(): string {
    if (this.connecting) return 'opening';
    if (this.readable && this.writable) return 'open';
    if (this.readable) return 'readOnly';
    return this.writable ? 'writeOnly' : 'closed';
  }

  get bytesWritten(): number {
    return this.#written + this.writableLength;
  }

  get bufferSize(): number {
    return this.writableLength;
  }

  get remoteAddress(): string | undefined {
    return this.#place('remote').address;
  }

  get remotePort(): number | undefined {
    return this.#place('remote').port;
  }

  get remoteFamily(): string | undefined {
    return this.#place('remote').family;
  }

  get localAddress(): string | undefined {
    return this.#place('local').address;
  }

  get localPort(): number | undefined {
    return this.#place('local').port;
  }

  get localFamily(): string | undefined {
    return this.#place('local').family;
  }

  address(): Place | object {
    return this.#place('local');
  }

  connect(...args: readonly unknown[]): this {
    const [options, callback] = readArguments(args);
    if (options['port'] === undefined && (options['path'] ?? undefined) === undefined)
      throw networkError('ERR_MISSING_ARGS');
    if (callback) this.once('connect', callback);
    if (this.destroyed) this.#revive();
    this.connecting = true;
    this.#connect(options);
    return this;
  }

  setTimeout(ms: number, callback?: () => void): this {
    if (this.destroyed) return this;
    this.timeout = ms;
    const delayMs = readTimeout(ms, 'msecs');
    this.#timer?.cancel();
    this.#timer = undefined;
    if (callback !== undefined) validateFunction(callback, 'callback');
    if (delayMs === 0) {
      if (callback) this.removeListener('timeout', callback);
      return this;
    }
    this.#timer = machine.loop.timer(() => this._onTimeout(), delayMs);
    this.#timer.unref();
    if (callback) this.once('timeout', callback);
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
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

  /** Closes once everything is written. */
  destroySoon(): void {
    if (this.writable) this.end();
    if (this.writableFinished) this.destroy();
    else this.once('finish', () => this.destroy());
  }

  /** Closes so that the other end sees a reset. */
  resetAndDestroy(): this {
    if (this.connecting) this.once('connect', () => this.resetAndDestroy());
    else if (this._handle) {
      this._handle.reset();
      this.destroy();
    } else {
      this.destroy(networkError('ERR_SOCKET_CLOSED'));
    }
    return this;
  }

  override _read(): void {
    if (this.connecting || !this._handle) this.once('connect', () => this._read());
    else this.#startReading();
  }

  override _write(chunk: Uint8Array, _encoding: string, done: Done): void {
    this.#send([chunk], done);
  }

  override _writev(items: readonly { readonly chunk: Uint8Array }[], done: Done): void {
    this.#send(
      items.map(({ chunk }) => chunk),
      done,
    );
  }

  override _final(done: Done): void {
    if (this.connecting) {
      this.once('connect', () => this._final(done));
      return;
    }
    this._handle?.end();
    done();
  }

  override _destroy(error: Error | null, done: Done): void {
    this.connecting = false;
    this.#timer?.cancel();
    const handle = this._handle;
    this._handle = null;
    done(error);
    handle?.close();
    const tell = (): void => void this.emit('close', error !== null);
    if (this._server) {
      this._server._connections -= 1;
      this._server._emitCloseIfDrained();
      this._server = null;
    }
    // As libuv's close callbacks: after the immediates of this round.
    if (handle) machine.loop.immediate(tell);
    else machine.loop.nextTick(tell);
  }

  override pause(): this {
    if (this._handle && !this.connecting && !this.#paused && this.readableFlowing !== false) {
      this.#paused = true;
      this._handle.pause();
    }
    return super.pause();
  }

  /** Something happened: the time to wait begins again. */
  _unrefTimer(): void {
    this.#timer?.refresh();
  }

  _onTimeout(): void {
    this.emit('timeout');
  }

  #connect(options: NetOptions): void {
    const { path } = options;
    if (typeof path === 'string') {
      this.#open({ path });
      return;
    }
    const port = readPort(options['port'], 'Port');
    const host = options['host'] ?? 'localhost';
    if (typeof host !== 'string') throw invalidArgType('options.host', 'string', host);
    findHost(host, options, {
      found: ({ address, family }, asked) => {
        if (this.destroyed) return;
        if (asked) this.emit('lookup', null, address, family, host);
        this.autoSelectFamilyAttemptedAddresses = [`${address}:${port}`];
        this.emit('connectionAttempt', address, port, family);
        this.#open({ port, host: address });
      },
      failed: (error, asked) => {
        if (this.destroyed) return;
        if (asked) this.emit('lookup', error, undefined, undefined, host);
        this.destroy(error);
      },
    });
  }

  #open(to: { readonly port: number; readonly host: string } | { readonly path: string }): void {
    network.connect(
      to,
      (end) => {
        if (this.destroyed || !this.connecting) {
          end.close();
          return;
        }
        this.connecting = false;
        this.#attach(end);
        this.emit('connect');
        this.emit('ready');
        if (!this.isPaused()) this.read(0);
      },
      () => {
        if (this.destroyed) return;
        const detail = 'path' in to ? { address: to.path } : { address: to.host, port: to.port };
        this.destroy(systemError('ECONNREFUSED', 'connect', detail));
      },
    );
  }

  #attach(end: Endpoint): void {
    this._handle = end;
    this.#places = end;
    if (!this.#ref) end.unref();
  }

  /** A socket that was closed may be used once more. */
  #revive(): void {
    const states = this as unknown as { _undestroy?(): void };
    states._undestroy?.();
    this._handle = null;
    this.#places = undefined;
  }

  #startReading(): void {
    if (!this.#paused || !this._handle) return;
    this.#paused = false;
    this._handle.read({
      data: (bytes) => {
        this.bytesRead += bytes.length;
        this._unrefTimer();
        if (this.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))) return;
        this.#paused = true;
        this._handle?.pause();
      },
      end: () => {
        this.push(null);
        this.read(0);
      },
      reset: () => void this.destroy(systemError('ECONNRESET', 'read')),
    });
  }

  #send(chunks: readonly Uint8Array[], done: Done): void {
    if (this.connecting) {
      const closed = (): void => done(networkError('ERR_SOCKET_CLOSED_BEFORE_CONNECTION'));
      this.once('connect', () => {
        this.off('close', closed);
        this.#send(chunks, done);
      });
      this.once('close', closed);
      return;
    }
    const handle = this._handle;
    if (!handle) {
      done(networkError('ERR_SOCKET_CLOSED'));
      return;
    }
    this._unrefTimer();
    let left = chunks.length;
    for (const chunk of chunks) {
      this.#written += chunk.length;
      handle.write(new Uint8Array(chunk), (fault) => {
        left -= 1;
        this._unrefTimer();
        if (fault) done(systemError(fault, 'write'));
        else if (left === 0) done();
      });
    }
  }

  #readEnded(): void {
    if (!this.allowHalfOpen) this.write = writeAfterEnd;
  }

  #place(which: 'local' | 'remote'): Place {
    return this.#places?.[which] ?? {};
  }
}

/** The other end said its last word, and this one answers with its own. */
function writeAfterEnd(this: Socket, ...args: readonly unknown[]): boolean {
  const done = args.find((one) => typeof one === 'function') as Done | undefined;
  const message = 'This socket has been ended by the other party';
  const error = Object.assign(new Error(message), { code: 'EPIPE' });
  if (done) machine.loop.nextTick(() => done(error));
  this.destroy(error);
  return false;
}

/** A connection carries bytes. */
function refuseObjectMode(options: SocketOptions): void {
  for (const name of ['objectMode', 'readableObjectMode', 'writableObjectMode'] as const)
    if (options[name]) throw invalidArgValue(`options.${name}`, options[name], 'is not supported');
}

/** What ends a socket when its signal aborts. */
function endWith(signal: AbortSignal, socket: Duplex): void {
  const abort = (): void => void socket.destroy(new AbortError(signal.reason));
  if (signal.aborted) abort();
  else signal.addEventListener('abort', abort, { once: true });
}

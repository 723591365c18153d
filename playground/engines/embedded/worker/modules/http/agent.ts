import { EventEmitter } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import { validateNumber, validateOneOf } from 'node:internal/errors';
import type { ClientRequest } from './client-request.ts';

export interface AgentOptions {
  readonly keepAlive?: boolean;
  readonly keepAliveMsecs?: number;
  readonly maxSockets?: number;
  readonly maxTotalSockets?: number;
  readonly maxFreeSockets?: number;
  readonly timeout?: number;
  readonly scheduling?: 'fifo' | 'lifo';
  readonly [name: string]: unknown;
}

/** Where a request goes, as the agent groups connections by it. */
export interface Destination {
  readonly host?: string;
  readonly port?: number | string;
  readonly localAddress?: string;
  readonly family?: number;
  readonly socketPath?: string;
  readonly [name: string]: unknown;
}

type Free = Socket & { _httpMessage?: ClientRequest | null };
type Pool<Item> = Record<string, Item[]>;

const pool = <Item>(): Pool<Item> => Object.create(null) as Pool<Item>;

/** Keeps connections of clients, so that requests can share them. */
export class Agent extends EventEmitter {
  static readonly defaultMaxSockets = Infinity;
  readonly options: AgentOptions;
  defaultPort = 80;
  protocol = 'http:';
  requests: Pool<ClientRequest> = pool();
  sockets: Pool<Free> = pool();
  freeSockets: Pool<Free> = pool();
  keepAliveMsecs: number;
  keepAlive: boolean;
  maxSockets: number;
  maxFreeSockets: number;
  scheduling: 'fifo' | 'lifo';
  maxTotalSockets: number;
  totalSocketCount = 0;

  constructor(options: AgentOptions = {}) {
    super();
    this.options = { noDelay: true, path: null, ...options };
    const { maxTotalSockets, scheduling } = options;
    if (scheduling !== undefined) validateOneOf(scheduling, 'scheduling', ['fifo', 'lifo']);
    if (maxTotalSockets !== undefined) validateNumber(maxTotalSockets, 'maxTotalSockets', 1);
    this.keepAlive = options.keepAlive ?? false;
    this.keepAliveMsecs = options.keepAliveMsecs ?? 1000;
    this.maxSockets = options.maxSockets ?? Agent.defaultMaxSockets;
    this.maxFreeSockets = options.maxFreeSockets ?? 256;
    this.maxTotalSockets = maxTotalSockets ?? Infinity;
    this.scheduling = scheduling ?? 'lifo';
    this.on('free', (socket: Free, where: Destination) => this.#onFree(socket, where));
  }

  createConnection(options: object, callback?: () => void): Socket {
    return createConnection(options as { port: number }, callback) as Socket;
  }

  getName(where: Destination = {}): string {
    const { host, port, localAddress, family, socketPath } = where;
    let name = `${host || 'localhost'}:${port ?? ''}:${localAddress ?? ''}`;
    if (family === 4 || family === 6) name += `:${family}`;
    return socketPath === undefined ? name : `${name}:${socketPath}`;
  }

  addRequest(request: ClientRequest, given: Destination): void {
    const where: Destination = { ...given, ...this.options, ...pick(given) };
    const name = this.getName(where);
    const free = this.#takeFree(name);
    const sockets = (this.sockets[name] ??= []);
    if (free) {
      this.reuseSocket(free, request);
      this.#hand(free, request);
      sockets.push(free);
    } else if (sockets.length < this.maxSockets && this.totalSocketCount < this.maxTotalSockets) {
      this.createSocket(request, where, (error, socket) => {
        if (error) request.onSocket(null, error);
        else if (socket) this.#hand(socket, request);
      });
    } else {
      (this.requests[name] ??= []).push(request);
    }
    if (this.sockets[name]?.length === 0) Reflect.deleteProperty(this.sockets, name);
  }

  createSocket(
    request: ClientRequest | undefined,
    where: Destination,
    done: (error: Error | null, socket?: Free) => void,
  ): void {
    const name = this.getName(where);
    const created = (error: Error | null, socket?: Free): void => {
      if (error || !socket) {
        done(error);
        return;
      }
      (this.sockets[name] ??= []).push(socket);
      this.totalSocketCount += 1;
      this.#watch(socket, where, name);
      done(null, socket);
    };
    void request;
    let called = false;
    const once = (error: Error | null, socket?: Free): void => {
      if (called) return;
      called = true;
      created(error, socket);
    };
    const make = this.createConnection as unknown as (
      options: object,
      callback: unknown,
    ) => Free | undefined;
    const socket = make.call(this, { ...where, path: where.socketPath }, once);
    if (socket) once(null, socket);
  }

  removeSocket(socket: Free, where: Destination): void {
    const name = this.getName(where);
    for (const sockets of [this.sockets, this.freeSockets]) {
      const list = sockets[name];
      if (!list?.includes(socket)) continue;
      list.splice(list.indexOf(socket), 1);
      if (list.length === 0) Reflect.deleteProperty(sockets, name);
      this.totalSocketCount -= 1;
    }
    const waiting = Object.keys(this.requests).find(
      (key) => key === name || this.maxTotalSockets !== Infinity,
    );
    const next = waiting === undefined ? undefined : this.requests[waiting]?.[0];
    if (next && waiting !== undefined && (this.sockets[waiting]?.length ?? 0) < this.maxSockets) {
      this.#dequeue(waiting);
      this.createSocket(next, where, (error, made) => {
        if (error) next.onSocket(null, error);
        else if (made) this.#hand(made, next);
      });
    }
  }

  keepSocketAlive(socket: Free): boolean {
    socket.setKeepAlive(true, this.keepAliveMsecs);
    socket.unref();
    const { timeout = 0 } = this.options;
    const hint = Number(
      /timeout=(\d+)/.exec(String(socket._httpMessage?.res?.headers['keep-alive'] ?? ''))?.[1] ??
        NaN,
    );
    if (hint * 1000 - 1000 <= 0) return false;
    const agentTimeout = Number.isNaN(hint)
      ? timeout
      : Math.min(timeout || Infinity, hint * 1000 - 1000);
    if (socket.timeout !== agentTimeout) socket.setTimeout(agentTimeout);
    return true;
  }

  reuseSocket(socket: Free, request: ClientRequest): void {
    request.reusedSocket = true;
    socket.ref();
  }

  destroy(): void {
    for (const list of [...Object.values(this.freeSockets), ...Object.values(this.sockets)])
      for (const socket of [...list]) socket.destroy();
  }

  #takeFree(name: string): Free | undefined {
    const list = this.freeSockets[name];
    if (!list) return undefined;
    for (const gone of list.filter((one) => one.destroyed)) list.splice(list.indexOf(gone), 1);
    const socket = this.scheduling === 'fifo' ? list.shift() : list.pop();
    if (list.length === 0) Reflect.deleteProperty(this.freeSockets, name);
    return socket;
  }

  #hand(socket: Free, request: ClientRequest): void {
    request.onSocket(socket);
    const { timeout } = request;
    if (timeout !== undefined && socket.timeout !== timeout) socket.setTimeout(timeout);
  }

  #dequeue(name: string): ClientRequest | undefined {
    const list = this.requests[name];
    const request = list?.shift();
    if (list?.length === 0) Reflect.deleteProperty(this.requests, name);
    return request;
  }

  #onFree(socket: Free, where: Destination): void {
    const name = this.getName(where);
    if (!socket.writable) {
      socket.destroy();
      return;
    }
    const next = this.#dequeue(name);
    if (next) {
      this.reuseSocket(socket, next);
      this.#hand(socket, next);
      return;
    }
    const request = socket._httpMessage;
    const free = this.freeSockets[name] ?? [];
    const count = free.length + (this.sockets[name]?.length ?? 0);
    const room = count <= this.maxSockets && free.length < this.maxFreeSockets;
    if (!request?.shouldKeepAlive || !this.keepAlive || !room || !this.keepSocketAlive(socket)) {
      socket.destroy();
      return;
    }
    socket._httpMessage = null;
    const used = this.sockets[name];
    used?.splice(used.indexOf(socket), 1);
    if (used?.length === 0) Reflect.deleteProperty(this.sockets, name);
    (this.freeSockets[name] ??= []).push(socket);
    socket.once('error', ignore);
  }

  #watch(socket: Free, where: Destination, name: string): void {
    const free = (): void => void this.emit('free', socket, where);
    const gone = (): void => {
      socket.off('free', free);
      socket.off('close', gone);
      socket.off('agentRemove', removed);
      socket.off('timeout', idle);
      this.removeSocket(socket, where);
    };
    const removed = (): void => {
      socket.off('free', free);
      socket.off('close', gone);
      socket.off('agentRemove', removed);
      socket.off('timeout', idle);
      this.removeSocket(socket, where);
    };
    const idle = (): void => {
      if (this.freeSockets[name]?.includes(socket)) socket.destroy();
    };
    socket.on('free', free);
    socket.on('close', gone);
    socket.on('timeout', idle);
    socket.on('agentRemove', removed);
  }
}

/** An idle connection that breaks concerns nobody. */
function ignore(): void {
  // Its `close` takes it out of the pool.
}

/** What a request says about its destination counts over what the agent says. */
function pick(given: Destination): Destination {
  return { host: given.host ?? 'localhost', port: given.port ?? 80 };
}

export const agents = { global: new Agent({ keepAlive: true, scheduling: 'lifo', timeout: 5000 }) };

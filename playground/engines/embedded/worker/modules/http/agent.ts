import { EventEmitter } from 'node:events';
import { createConnection } from 'node:net';
import { validateNumber, validateOneOf } from 'node:internal/errors';
import { machine } from 'node:internal/machine';
import { lists, type Destination, type PooledSocket } from './socket-pool.ts';
import type { ClientRequest } from './client-request.ts';

export interface AgentOptions {
  readonly keepAlive?: boolean;
  readonly keepAliveMsecs?: number;
  readonly maxSockets?: number;
  readonly maxTotalSockets?: number;
  readonly maxFreeSockets?: number;
  readonly agentKeepAliveTimeoutBuffer?: number;
  readonly timeout?: number;
  readonly scheduling?: 'fifo' | 'lifo';
  readonly [name: string]: unknown;
}

type Created = (error: Error | null, socket?: PooledSocket) => void;
type Connect = (options: Destination, created: Created) => PooledSocket | undefined;

/** A request that waits for a connection, where it goes, and the context in which it was made. */
interface Waiting {
  readonly where: Destination;
  inContext(call: () => void): void;
}

const nothing = (): void => undefined;

/** Keeps connections of clients, so that requests can share them. */
export class Agent extends EventEmitter {
  static defaultMaxSockets = Infinity;
  readonly options: AgentOptions;
  defaultPort = 80;
  protocol = 'http:';
  requests = lists<ClientRequest>();
  sockets = lists<PooledSocket>();
  freeSockets = lists<PooledSocket>();
  keepAliveMsecs: number;
  keepAlive: boolean;
  maxSockets: number;
  maxFreeSockets: number;
  scheduling: 'fifo' | 'lifo';
  maxTotalSockets: number;
  totalSocketCount = 0;
  agentKeepAliveTimeoutBuffer: number;
  readonly #waiting = new WeakMap<ClientRequest, Waiting>();

  constructor(options: AgentOptions = {}) {
    super();
    const noPath = { noDelay: options['noDelay'] ?? true, path: null };
    this.options = Object.assign(Object.create(null) as object, options, noPath);
    const { maxTotalSockets, agentKeepAliveTimeoutBuffer: buffer } = options;
    this.keepAliveMsecs = options.keepAliveMsecs || 1000;
    this.keepAlive = options.keepAlive || false;
    this.maxSockets = options.maxSockets || Agent.defaultMaxSockets;
    this.maxFreeSockets = options.maxFreeSockets || 256;
    this.scheduling = options.scheduling || 'lifo';
    validateOneOf(this.scheduling, 'scheduling', ['fifo', 'lifo']);
    if (maxTotalSockets !== undefined) validateNumber(maxTotalSockets, 'maxTotalSockets', 1);
    this.maxTotalSockets = maxTotalSockets ?? Infinity;
    this.agentKeepAliveTimeoutBuffer =
      typeof buffer === 'number' && buffer >= 0 && Number.isFinite(buffer) ? buffer : 1000;
    this.on('free', (socket: PooledSocket, where: Destination) => this.#freed(socket, where));
  }

  createConnection(options: object, created?: Created): PooledSocket {
    return createConnection(options as { port: number }, created as () => void);
  }

  getName(where: Destination = {}): string {
    const { host, port, localAddress, family, socketPath } = where;
    let name = `${host || 'localhost'}:${port || ''}:${localAddress || ''}`;
    if (family === 4 || family === 6) name += `:${family}`;
    return socketPath ? `${name}:${socketPath}` : name;
  }

  addRequest(
    request: ClientRequest,
    given: Destination | string,
    port?: number,
    localAddress?: string,
  ): void {
    const legacy = { host: given, port, localAddress };
    const where = this.#destination(typeof given === 'string' ? legacy : given);
    const name = this.getName(where);
    const sockets = (this.sockets[name] ??= []);
    const free = this.#takeFree(name);
    const count = sockets.length + (this.freeSockets[name]?.length ?? 0);
    if (free) {
      this.reuseSocket(free, request);
      this.#hand(free, request);
      sockets.push(free);
    } else if (count < this.maxSockets && this.totalSocketCount < this.maxTotalSockets) {
      this.createSocket(request, where, (error, socket) => {
        if (error || !socket) request.onSocket(socket ?? null, error ?? undefined);
        else this.#hand(socket, request);
      });
    } else {
      const inContext = machine.context.bind((call: () => void) => call());
      this.#waiting.set(request, { where, inContext });
      (this.requests[name] ??= []).push(request);
    }
  }

  createSocket(request: ClientRequest, given: Destination, done: Created): void {
    const where = this.#destination(given);
    const timeout = request.timeout || this.options.timeout;
    const name = this.getName(where);
    const keep = { keepAlive: this.keepAlive, keepAliveInitialDelay: this.keepAliveMsecs };
    Object.assign(where, { _agentKey: name, encoding: null }, this.keepAlive ? keep : {});
    if (timeout) Object.assign(where, { timeout });
    let called = false;
    const created: Created = (error, socket) => {
      if (called) return;
      called = true;
      if (!error && socket) {
        (this.sockets[name] ??= []).push(socket);
        this.totalSocketCount += 1;
        this.#watch(socket, where);
      }
      done(error, socket);
    };
    const connect = this.createConnection as unknown as Connect;
    const socket = connect.call(this, where, created);
    if (socket) created(null, socket);
  }

  removeSocket(socket: PooledSocket, where: Destination): void {
    const name = this.getName(where);
    drop(this.sockets, name, socket);
    if (!socket.writable) drop(this.freeSockets, name, socket);
    const next = this.#nextWaiting(name);
    if (!next) return;
    const { where: there = where } = this.#waiting.get(next) ?? {};
    this.#waiting.delete(next);
    this.createSocket(next, there, (error, made) => {
      if (error || !made) next.onSocket(null, error ?? undefined);
      else made.emit('free');
    });
  }

  keepSocketAlive(socket: PooledSocket): boolean {
    socket.setKeepAlive(true, this.keepAliveMsecs);
    socket.unref();
    const limit = this.options.timeout || 0;
    const hint = /^timeout=(\d+)/.exec(
      String(socket._httpMessage?.res?.headers['keep-alive'] ?? ''),
    )?.[1];
    // It expires here before it does there, so that no request meets a closed door.
    const hintMs =
      hint === undefined ? Infinity : Number(hint) * 1000 - this.agentKeepAliveTimeoutBuffer;
    const timeout = hintMs > 0 && hintMs < limit ? hintMs : limit;
    if (socket.timeout !== timeout) socket.setTimeout(timeout);
    return hintMs > 0;
  }

  reuseSocket(socket: PooledSocket, request: ClientRequest): void {
    socket.removeListener('error', nothing);
    request.reusedSocket = true;
    socket.ref();
  }

  destroy(): void {
    for (const lists of [this.freeSockets, this.sockets])
      for (const list of Object.values(lists)) for (const socket of [...list]) socket.destroy();
  }

  /** What the agent says counts over what a request says. */
  #destination(given: object): Destination {
    const where = Object.assign(Object.create(null) as Destination, given, this.options);
    return where.socketPath ? Object.assign(where, { path: where.socketPath }) : where;
  }

  #takeFree(name: string): PooledSocket | undefined {
    const list = this.freeSockets[name];
    if (!list) return undefined;
    while (list[0]?.destroyed) list.shift();
    const socket = this.scheduling === 'fifo' ? list.shift() : list.pop();
    if (list.length === 0) Reflect.deleteProperty(this.freeSockets, name);
    return socket;
  }

  #hand(socket: PooledSocket, request: ClientRequest): void {
    request.onSocket(socket);
    const { timeout } = request;
    if (timeout !== undefined && timeout !== (this.options.timeout || 0))
      socket.setTimeout(timeout);
  }

  /** Requests to the same place come first, then those to places without a connection. */
  #nextWaiting(name: string): ClientRequest | undefined {
    const [same] = this.requests[name] ?? [];
    if (same) return same;
    const [other] = Object.keys(this.requests);
    if (other === undefined || this.sockets[other]?.length) return undefined;
    return this.requests[other]?.[0];
  }

  #freed(socket: PooledSocket, where: Destination): void {
    if (!socket.writable) {
      socket.destroy();
      return;
    }
    const name = this.getName(where);
    const next = this.requests[name]?.shift();
    if (next) {
      if (this.requests[name]?.length === 0) Reflect.deleteProperty(this.requests, name);
      const { inContext } = this.#waiting.get(next) ?? { inContext: (call: () => void) => call() };
      inContext(() => this.#hand(socket, next));
    } else if (this.#mayKeep(socket, name)) {
      const free = (this.freeSockets[name] ??= []);
      socket._httpMessage = null;
      this.removeSocket(socket, where);
      socket.once('error', nothing);
      free.push(socket);
    } else {
      socket.destroy();
    }
  }

  #mayKeep(socket: PooledSocket, name: string): boolean {
    if (!socket._httpMessage?.shouldKeepAlive || !this.keepAlive) return false;
    const free = this.freeSockets[name]?.length ?? 0;
    const count = free + (this.sockets[name]?.length ?? 0);
    const room =
      this.totalSocketCount <= this.maxTotalSockets &&
      count <= this.maxSockets &&
      free < this.maxFreeSockets;
    return room && this.keepSocketAlive(socket);
  }

  #watch(socket: PooledSocket, where: Destination): void {
    const free = (): void => void this.emit('free', socket, where);
    const gone = (): void => {
      this.totalSocketCount -= 1;
      this.removeSocket(socket, where);
    };
    const idle = (): void => {
      if (Object.values(this.freeSockets).some((list) => list.includes(socket))) socket.destroy();
    };
    const leave = (): void => {
      gone();
      socket.removeListener('close', gone);
      socket.removeListener('free', free);
      socket.removeListener('timeout', idle);
      socket.removeListener('agentRemove', leave);
    };
    socket.on('free', free);
    socket.on('close', gone);
    socket.on('timeout', idle);
    socket.on('agentRemove', leave);
  }
}

function drop(lists: Record<string, PooledSocket[]>, name: string, socket: PooledSocket): void {
  const list = lists[name];
  const at = list?.indexOf(socket) ?? -1;
  if (!list || at === -1) return;
  list.splice(at, 1);
  if (list.length === 0) Reflect.deleteProperty(lists, name);
}

/** The agent of requests that name none; a program may put another in its place. */
export const shared = { agent: new Agent({ keepAlive: true, scheduling: 'lifo', timeout: 5000 }) };

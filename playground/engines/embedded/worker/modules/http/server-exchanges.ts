import type { Socket } from 'node:net';
import { hangUp } from './http-errors.ts';
import type { IncomingMessage } from './incoming-message.ts';
import type { Reception } from './receive.ts';
import type { Server } from './server.ts';
import type { ServerResponse } from './server-response.ts';

/** A server's end of a connection. */
export type ServerSocket = Omit<Socket, 'readableFlowing'> & {
  _httpMessage?: ServerResponse | null;
  _paused?: boolean;
  server?: unknown;
  parser?: Reception | null;
  readableFlowing: boolean | null;
} & Socket;

/** Requests of one connection and their answers, which go out in the requests' order. */
export class ServerExchanges {
  readonly #server: Server;
  readonly #socket: ServerSocket;
  readonly #reception: Reception;
  readonly #incoming: IncomingMessage[] = [];
  readonly #outgoing: ServerResponse[] = [];
  /** Bytes of answers that wait for their turn, or for the client. */
  #waitingBytes = 0;
  #served = 0;
  #keepAlive: 'waits' | undefined;

  constructor(server: Server, socket: ServerSocket, reception: Reception) {
    this.#server = server;
    this.#socket = socket;
    this.#reception = reception;
  }

  /** The client said something: the time that it may stay silent is over. */
  heard(): void {
    if (!this.#keepAlive) return;
    this.#socket.setTimeout(this.#server.timeout || 0);
    this.#keepAlive = undefined;
  }

  serve(request: IncomingMessage, keepAlive: boolean): void {
    this.heard();
    this.#incoming.push(request);
    this.#holdBack();
    const response = this.#answerTo(request, keepAlive);
    if (this.#socket._httpMessage) this.#outgoing.push(response);
    else response.assignSocket(this.#socket);
    response.on('finish', () => this.#answered(request, response));
    this.#announce(request, response);
  }

  /** The socket took all: the answer, and a client that had to wait, may go on. */
  drained(): void {
    const socket = this.#socket;
    const full = this.#waitingBytes > socket.writableHighWaterMark;
    if (socket._paused && !full) {
      socket._paused = false;
      socket.resume();
    }
    const response = socket._httpMessage;
    if (response && !response.finished) response._drained();
  }

  /** Nobody will hear the answers. */
  abort(): void {
    for (const request of this.#incoming.splice(0)) request.destroy(hangUp('aborted'));
  }

  /** @returns whether there is an answer after which the connection closes */
  closeAfterAnswers(): boolean {
    const last = this.#outgoing.at(-1) ?? this.#socket._httpMessage;
    if (last) last._last = true;
    return Boolean(last);
  }

  #answerTo(request: IncomingMessage, keepAlive: boolean): ServerResponse {
    const server = this.#server;
    const { ServerResponse: Response, rejectNonStandardBodyWrites } = server;
    const { writableHighWaterMark: highWaterMark } = this.#socket;
    const response = new Response(request, { highWaterMark, rejectNonStandardBodyWrites });
    response._keepAliveTimeout = server.keepAliveTimeout;
    response._maxRequestsPerSocket = server.maxRequestsPerSocket ?? 0;
    response._onPendingData = (bytes) => this.#count(bytes);
    response.shouldKeepAlive = keepAlive;
    response.setUnique(server.uniqueHeaders);
    return response;
  }

  #count(bytes: number): void {
    this.#waitingBytes += bytes;
    if (this.#socket._paused && this.#waitingBytes <= this.#socket.writableHighWaterMark)
      this.drained();
  }

  /** A client that does not take its answers is not heard: it could ask without end. */
  #holdBack(): void {
    const socket = this.#socket;
    const full = this.#waitingBytes >= socket.writableHighWaterMark;
    if (socket._paused || (!socket.writableNeedDrain && !full)) return;
    socket._paused = true;
    socket.pause();
  }

  #announce(request: IncomingMessage, response: ServerResponse): void {
    const { httpVersionMajor, httpVersionMinor } = request;
    const modern = httpVersionMajor === 1 && httpVersionMinor === 1;
    if (modern && this.#refuses(request, response)) return;
    if (modern && request.headers['expect'] !== undefined) this.#expect(request, response);
    else this.#server.emit('request', request, response);
  }

  /** @returns whether it was answered here: without a host, or after too many */
  #refuses(request: IncomingMessage, response: ServerResponse): boolean {
    const server = this.#server;
    if (server.requireHostHeader && request.headers['host'] === undefined) {
      response.writeHead(400, ['Connection', 'close']);
      response.end();
      return true;
    }
    const most = server.maxRequestsPerSocket ?? 0;
    if (most <= 0) return false;
    this.#served += 1;
    response.maxRequestsOnConnectionReached = most <= this.#served;
    if (most >= this.#served) return false;
    server.emit('dropRequest', request, this.#socket);
    response.writeHead(503);
    response.end();
    return true;
  }

  #expect(request: IncomingMessage, response: ServerResponse): void {
    const server = this.#server;
    if (/(?:^|\W)100-continue(?:$|\W)/i.test(String(request.headers['expect']))) {
      response._expect_continue = true;
      if (server.emit('checkContinue', request, response)) return;
      response.writeContinue();
      server.emit('request', request, response);
    } else if (!server.emit('checkExpectation', request, response)) {
      response.writeHead(417);
      response.end();
    }
  }

  #answered(request: IncomingMessage, response: ServerResponse): void {
    const socket = this.#socket;
    this.#incoming.shift();
    if (!request._consuming) request._dump();
    response.detachSocket(socket);
    this.#clear(request);
    process.nextTick(() => response._close());
    const next = response._last ? undefined : this.#outgoing.shift();
    if (response._last) socket.destroySoon();
    else if (next) next.assignSocket(socket);
    else this.#waitForNext();
  }

  #clear(request: IncomingMessage): void {
    if (this.#reception.incoming !== request) return;
    if (request.readableEnded) this.#reception.incoming = null;
    else
      request.on('end', () => {
        if (this.#reception.incoming === request) this.#reception.incoming = null;
      });
  }

  /** Between two requests a connection stays a little longer than its client was told. */
  #waitForNext(): void {
    const { keepAliveTimeout, keepAliveTimeoutBuffer } = this.#server;
    if (!Number.isFinite(keepAliveTimeout) || keepAliveTimeout <= 0) return;
    this.#socket.setTimeout(keepAliveTimeout + keepAliveTimeoutBuffer);
    this.#keepAlive = 'waits';
  }
}

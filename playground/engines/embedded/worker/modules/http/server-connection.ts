import { Buffer } from 'node:buffer';
import type { Socket } from 'node:net';
import { machine } from 'node:internal/machine';
import type { TimerHandle } from '../../machine.ts';
import { MessageParser, ParseError } from 'node:internal/network';
import type { MessageHead as Head } from '../../network/http/message-parser.ts';
import { httpError } from './http-errors.ts';
import type { IncomingMessage } from './incoming-message.ts';
import { receive } from './receive.ts';
import type { Server } from './server.ts';
import type { ServerResponse } from './server-response.ts';

type HttpSocket = Socket & { _httpMessage?: ServerResponse | null; parser?: unknown };

/** Answers to bytes that are no request, where nobody listens for `clientError`. */
const refusals: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** Requests that wait before a client has to wait too. */
const pipelineBytes = 64 << 10;

/** One connection of a server: reads requests, and sends the responses in their order. */
export class ServerConnection {
  readonly socket: HttpSocket;
  readonly #server: Server;
  readonly #parser: MessageParser;
  readonly #incoming: IncomingMessage[] = [];
  readonly #outgoing: ServerResponse[] = [];
  #served = 0;
  #keepAliveTimer: TimerHandle | undefined;
  #requestTimers: TimerHandle[] = [];
  #onData = (data: Buffer): void => this.#receive(data);
  #onEnd = (): void => this.#ended();
  #onClose = (): void => this.#closed();
  #onDrain = (): void => this.socket._httpMessage?._drained();
  #onError = (error: Error): void => this.#failed(error);
  #onTimeout = (): void => this.#timedOut();

  constructor(server: Server, socket: HttpSocket) {
    this.#server = server;
    this.socket = socket;
    const sink = receive({
      open: (head) => this.#open(head),
      opened: (message, head) => this.#opened(message, head),
      closed: () => this.#clearRequestTimers(),
    });
    this.#parser = new MessageParser(
      { kind: 'request', maxHeaderBytes: server.maxHeaderSize },
      sink,
    );
    if (server.timeout > 0) socket.setTimeout(server.timeout);
    socket.on('data', this.#onData);
    socket.on('end', this.#onEnd);
    socket.on('close', this.#onClose);
    socket.on('drain', this.#onDrain);
    socket.on('error', this.#onError);
    socket.on('timeout', this.#onTimeout);
    if (server.headersTimeout > 0) this.#watch(server.headersTimeout);
  }

  /** Whether no request is being received or answered. */
  get idle(): boolean {
    return this.#outgoing.length === 0 && !this.socket._httpMessage && !this.#parser.inMessage;
  }

  /** Whether it has ever served a request. */
  get used(): boolean {
    return this.#served > 0;
  }

  #receive(data: Buffer): void {
    this.#keepAliveTimer?.cancel();
    if (!this.#parser.inMessage) this.#watchRequest();
    try {
      const read = this.#parser.push(data);
      const request = this.#upgrading;
      if (request) this.#upgrade(request, data.subarray(read));
      else if (this.#outgoingBytes() > pipelineBytes) this.socket.pause();
    } catch (error) {
      if (!(error instanceof ParseError)) throw error;
      error.rawPacket = Buffer.from(data);
      this.#failed(error);
    }
  }

  #upgrading: IncomingMessage | undefined;

  #outgoingBytes(): number {
    return this.#outgoing.reduce((sum, { outputSize }) => sum + outputSize, 0);
  }

  #open(head: Head): IncomingMessage {
    const Incoming = this.#server.Incoming;
    const message = new Incoming(this.socket, this.#server.messageOptions);
    message.method = head.method ?? '';
    message.url = head.url ?? '';
    message.joinDuplicateHeaders = this.#server.joinDuplicateHeaders;
    return message;
  }

  #opened(message: IncomingMessage, head: Head): 'body' | 'no-body' | 'upgrade' {
    this.#requestTimers.shift()?.cancel();
    if (head.upgrade) {
      const event = head.method === 'CONNECT' ? 'connect' : 'upgrade';
      if (head.method === 'CONNECT' || this.#server.listenerCount(event) > 0) {
        this.#upgrading = message;
        return 'upgrade';
      }
      message.upgrade = false;
    }
    this.#serve(message, head);
    return 'body';
  }

  #serve(message: IncomingMessage, head: Head): void {
    const server = this.#server;
    this.#incoming.push(message);
    const response = new server.Response(message, server.messageOptions);
    response._keepAliveTimeout = server.keepAliveTimeout;
    response._maxRequestsPerSocket = server.maxRequestsPerSocket ?? 0;
    if (!head.keepAlive) response.shouldKeepAlive = false;
    this.#served += 1;
    const dropped = this.#limit(response);
    if (this.socket._httpMessage) this.#outgoing.push(response);
    else response.assignSocket(this.socket);
    response.on('finish', () => this.#responded(message, response));
    if (dropped) server.emit('dropRequest', message, this.socket);
    else this.#announce(message, response);
  }

  /** @returns whether the connection had its share of requests; this one is then refused */
  #limit(response: ServerResponse): boolean {
    const most = this.#server.maxRequestsPerSocket ?? 0;
    if (most <= 0) return false;
    response.maxRequestsOnConnectionReached = this.#served >= most;
    if (this.#served <= most) return false;
    response.writeHead(503);
    response.end();
    return true;
  }

  #announce(message: IncomingMessage, response: ServerResponse): void {
    const server = this.#server;
    const { expect, host } = message.headers;
    if (server.requireHostHeader && message.httpVersion === '1.1' && host === undefined) {
      response.writeHead(400, ['Connection', 'close']);
      response.end();
    } else if (expect === undefined) {
      server.emit('request', message, response);
    } else if (/(?:^|\W)100-continue(?:$|\W)/i.test(String(expect))) {
      response._expect_continue = true;
      if (server.emit('checkContinue', message, response)) return;
      response.writeContinue();
      server.emit('request', message, response);
    } else if (!server.emit('checkExpectation', message, response)) {
      response.writeHead(417);
      response.end();
    }
  }

  #responded(message: IncomingMessage, response: ServerResponse): void {
    this.#incoming.shift();
    if (!message._consumed && !message.readableEnded) message._dump();
    response.detachSocket(this.socket);
    process.nextTick(() => response._close());
    if (response._last) {
      this.socket.destroySoon();
      return;
    }
    const next = this.#outgoing.shift();
    if (next) {
      next.assignSocket(this.socket);
      return;
    }
    if (this.socket.readableFlowing === false) this.socket.resume();
    this.#waitForNext();
  }

  /** Between two requests a connection stays for a while. */
  #waitForNext(): void {
    const ms = this.#server.keepAliveTimeout;
    if (!this.#server.listening) {
      this.socket.destroySoon();
      return;
    }
    if (ms <= 0) return;
    this.#keepAliveTimer?.cancel();
    this.#keepAliveTimer = machine.loop.timer(() => this.socket.destroySoon(), ms + 1000);
    this.#keepAliveTimer.unref();
  }

  #watchRequest(): void {
    const { headersTimeout, requestTimeout } = this.#server;
    this.#clearRequestTimers();
    if (headersTimeout > 0) this.#watch(headersTimeout);
    if (requestTimeout > 0) this.#watch(requestTimeout);
  }

  #watch(ms: number): void {
    const timer = machine.loop.timer(() => this.#failed(httpError('ERR_HTTP_REQUEST_TIMEOUT')), ms);
    timer.unref();
    this.#requestTimers.push(timer);
  }

  #clearRequestTimers(): void {
    for (const timer of this.#requestTimers) timer.cancel();
    this.#requestTimers = [];
  }

  #upgrade(message: IncomingMessage, rest: Buffer): void {
    const event = message.method === 'CONNECT' ? 'connect' : 'upgrade';
    this.#release();
    if (this.#server.listenerCount(event) > 0) {
      this.socket.pause();
      this.#server.emit(event, message, this.socket, rest);
    } else {
      this.socket.destroy();
    }
  }

  /** The connection is somebody else's from now on. */
  #release(): void {
    const { socket } = this;
    this.#clearRequestTimers();
    this.#keepAliveTimer?.cancel();
    socket.removeListener('data', this.#onData);
    socket.removeListener('end', this.#onEnd);
    socket.removeListener('drain', this.#onDrain);
    socket.removeListener('error', this.#onError);
    socket.removeListener('timeout', this.#onTimeout);
    socket.removeListener('close', this.#onClose);
    this.#server._forget(this);
  }

  #ended(): void {
    try {
      this.#parser.finish();
    } catch (error) {
      this.#failed(error as Error);
      return;
    }
    if (!this.#server.httpAllowHalfOpen) {
      this.#abortIncoming();
      this.socket.end();
    } else if (this.#outgoing.length > 0) {
      const last = this.#outgoing.at(-1);
      if (last) last._last = true;
    } else if (this.socket._httpMessage) {
      this.socket._httpMessage._last = true;
    } else {
      this.socket.end();
    }
  }

  #closed(): void {
    this.#clearRequestTimers();
    this.#keepAliveTimer?.cancel();
    this.#abortIncoming();
    this.#server._forget(this);
  }

  #abortIncoming(): void {
    for (const message of this.#incoming.splice(0)) message._abort();
  }

  #failed(error: Error): void {
    this.#parser.stop();
    this.#clearRequestTimers();
    if (this.#server.emit('clientError', error, this.socket)) return;
    const { socket } = this;
    const { code } = error as { code?: string };
    const answered = socket._httpMessage?._headerSent;
    if (socket.writable && !answered && code !== 'ECONNRESET') {
      const status = refusals[code ?? ''] ?? '400 Bad Request';
      socket.write(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`, 'latin1');
    }
    socket.destroySoon();
  }

  #timedOut(): void {
    const request = this.#incoming.at(-1);
    const { _httpMessage: response } = this.socket;
    const heard = [
      request && !request.complete && request.emit('timeout', this.socket),
      response?.emit('timeout', this.socket),
      this.#server.emit('timeout', this.socket),
    ];
    if (!heard.some(Boolean)) this.socket.destroy();
  }
}

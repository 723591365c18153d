import { Buffer } from 'node:buffer';
import type { Socket } from 'node:net';
import { MessageParser, ParseError } from 'node:internal/network';
import type { MessageHead as Head } from '../../network/http/message-parser.ts';
import type { ClientRequest } from './client-request.ts';
import { hangUp } from './http-errors.ts';
import { IncomingMessage } from './incoming-message.ts';
import { receive } from './receive.ts';

/** A connection while one request has it: reads the response, and gives the connection back. */
export class ClientConnection {
  readonly #request: ClientRequest;
  readonly #socket: Socket;
  readonly #parser: MessageParser;
  #upgraded: IncomingMessage | undefined;
  #responseEnded = false;
  readonly #listeners: readonly (readonly [string, (value: never) => void])[];

  constructor(request: ClientRequest, socket: Socket) {
    this.#request = request;
    this.#socket = socket;
    const sink = receive({
      open: (head) => this.#open(head),
      opened: (message, head) => this.#opened(message, head),
      closed: () => undefined,
    });
    const { maxHeaderSize: maxHeaderBytes } = request;
    this.#parser = new MessageParser({ kind: 'response', maxHeaderBytes }, sink);
    this.#listeners = [
      ['error', (error: Error) => request._inContext(() => this.#failed(error))],
      ['data', (data: Buffer) => request._inContext(() => this.#receive(data))],
      ['end', () => request._inContext(() => this.#ended())],
      ['close', () => request._inContext(() => this.#closed())],
      ['drain', () => request._drained()],
    ];
    for (const [event, listener] of this.#listeners) socket.on(event, listener as () => void);
    if (socket.isPaused()) socket.resume();
    request.on('finish', () => this.#freeIfDone());
  }

  /** The program read the response to its end. */
  responseEnded(): void {
    this.#responseEnded = true;
    this.#request._ended = true;
    if (!this.#request.shouldKeepAlive) {
      if (this.#socket.writable) this.#socket.destroySoon();
    } else {
      this.#freeIfDone();
    }
  }

  #receive(data: Buffer): void {
    try {
      const read = this.#parser.push(data);
      if (this.#upgraded) this.#upgrade(this.#upgraded, data.subarray(read));
    } catch (error) {
      if (!(error instanceof ParseError)) throw error;
      error.rawPacket = Buffer.from(data);
      this.#release();
      this.#socket.destroy();
      this.#request._tell(error);
      this.#request.res?._abort();
      this.#request._close();
    }
  }

  #open(head: Head): IncomingMessage {
    const message = new IncomingMessage(this.#socket);
    message.statusCode = head.status ?? 0;
    message.statusMessage = head.statusText ?? '';
    message.joinDuplicateHeaders = this.#request.joinDuplicateHeaders;
    return message;
  }

  #opened(message: IncomingMessage, head: Head): 'body' | 'no-body' | 'upgrade' {
    const request = this.#request;
    const { status = 0 } = head;
    const connects = request.method === 'CONNECT';
    if (connects || (head.upgrade && status === 101)) {
      message.upgrade = true;
      this.#upgraded = message;
      return 'upgrade';
    }
    if (status < 200 && status !== 101) {
      this.#inform(message, status);
      return 'no-body';
    }
    return request._respond(message, head);
  }

  #inform(message: IncomingMessage, status: number): void {
    const { statusMessage, httpVersion, httpVersionMajor, httpVersionMinor, headers, rawHeaders } =
      message;
    if (status === 100) this.#request.emit('continue');
    this.#request.emit('information', {
      statusCode: status,
      statusMessage,
      httpVersion,
      httpVersionMajor,
      httpVersionMinor,
      headers,
      rawHeaders,
    });
  }

  #upgrade(message: IncomingMessage, rest: Buffer): void {
    const request = this.#request;
    const event = request.method === 'CONNECT' ? 'connect' : 'upgrade';
    request.upgradeOrConnect = true;
    request.res = message;
    message.req = request;
    this.#release();
    if (request.timeoutCb) this.#socket.off('timeout', request.timeoutCb);
    if (request.listenerCount(event) === 0) {
      this.#socket.destroy();
      return;
    }
    this.#socket.emit('agentRemove');
    this.#socket.pause();
    request.emit(event, message, this.#socket, rest);
    request._close();
  }

  #failed(error: Error): void {
    this.#request._tell(error);
    this.#parser.stop();
    this.#release();
    this.#socket.on('error', () => undefined);
    this.#socket.destroy();
    this.#finish();
  }

  #ended(): void {
    const request = this.#request;
    if (!request.res && !request._told) request._tell(request._failure ?? hangUp());
    try {
      this.#parser.finish();
    } catch {
      // `close` tells of it.
    }
    this.#socket.destroySoon();
  }

  #closed(): void {
    this.#release();
    this.#finish();
  }

  /** The connection is gone. */
  #finish(): void {
    const request = this.#request;
    request.destroyed = true;
    const { res } = request;
    if (res) {
      if (!res.complete) res._abort();
      if (!res.readableEnded && res.complete) res.once('close', () => request._close());
      else request._close();
      return;
    }
    request._tell(request._failure ?? hangUp());
    request._close();
  }

  #freeIfDone(): void {
    const request = this.#request;
    if (!this.#responseEnded || !request.shouldKeepAlive || !request.writableFinished) return;
    if (request.destroyed) return;
    this.#release();
    if (request.timeoutCb) this.#socket.off('timeout', request.timeoutCb);
    request.timeoutCb = null;
    process.nextTick(() => {
      request.destroyed = true;
      this.#socket.emit('free');
      request._close();
    });
  }

  #release(): void {
    for (const [event, listener] of this.#listeners)
      this.#socket.off(event, listener as () => void);
  }
}

import { Buffer } from 'node:buffer';
import type { Socket } from 'node:net';
import { machine } from 'node:internal/machine';
import { MessageParser, ParseError } from 'node:internal/network';
import type { MessageHead as Head } from '../../network/http/message-parser.ts';
import { httpError } from './http-errors.ts';
import type { IncomingMessage } from './incoming-message.ts';
import { leniencyOf, maxHeaderSize } from './parser-options.ts';
import { Reception } from './receive.ts';
import type { Server } from './server.ts';
import { ServerExchanges, type ServerSocket } from './server-exchanges.ts';

/** Answers to bytes that are no request, where nobody listens for `clientError`. */
const refusals: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

const nothing = (): void => undefined;

/** One connection of a server: bytes in, requests out. */
export class ServerConnection {
  readonly socket: ServerSocket;
  /** When the first byte of the message came that is being received. */
  messageBegunMs: number | undefined = machine.loop.now();
  headArrived = false;
  readonly #server: Server;
  readonly #parser: MessageParser;
  readonly #reception: Reception;
  readonly #exchanges: ServerExchanges;
  readonly #listeners: readonly (readonly [string, (...args: never[]) => void])[];

  constructor(server: Server, socket: ServerSocket) {
    this.#server = server;
    this.socket = socket;
    this.#reception = new Reception({
      begun: () => this.#begun(),
      open: (head) => this.#open(head),
      opened: (message, head) => this.#opened(message, head),
      closed: () => (this.messageBegunMs = undefined),
      maxHeadersCount: () => server.maxHeadersCount,
    });
    this.#parser = new MessageParser(
      {
        kind: 'request',
        maxHeaderBytes: server.maxHeaderSize ?? maxHeaderSize,
        lenient: leniencyOf(server),
      },
      this.#reception,
    );
    this.#exchanges = new ServerExchanges(server, socket, this.#reception);
    this.#listeners = [
      ['timeout', () => this.#socketTimedOut()],
      ['close', () => this.#closed()],
      ['error', (error: Error) => this.#failed(error)],
      ['end', () => this.#ended()],
      ['data', (data: Buffer) => this.#receive(data)],
      ['drain', () => this.#exchanges.drained()],
    ];
    socket.server = server;
    socket.parser = this.#reception;
    socket._paused = false;
    if (server.timeout) socket.setTimeout(server.timeout);
    for (const [event, listener] of this.#listeners) socket.on(event, listener as () => void);
    server._checks.add(this);
  }

  /** The request takes too long. */
  timedOut(): void {
    this.#failed(httpError('ERR_HTTP_REQUEST_TIMEOUT'));
  }

  #receive(data: Buffer): void {
    try {
      const read = this.#parser.push(data);
      this.#exchanges.heard();
      const request = this.#reception.incoming;
      if (request?.upgrade) this.#upgrade(request, data.subarray(read));
    } catch (error) {
      if (!(error instanceof ParseError)) throw error;
      error.rawPacket = Buffer.from(data);
      this.#exchanges.heard();
      this.#failed(error);
    }
  }

  #begun(): void {
    this.messageBegunMs = machine.loop.now();
    this.headArrived = false;
  }

  #open(head: Head): IncomingMessage {
    this.headArrived = true;
    const { IncomingMessage: Incoming, joinDuplicateHeaders } = this.#server;
    const message = new Incoming(this.socket);
    message.method = head.method ?? '';
    message.url = head.url ?? '';
    message.joinDuplicateHeaders = joinDuplicateHeaders ?? false;
    return message;
  }

  #opened(message: IncomingMessage, head: Head): 'body' | 'upgrade' {
    if (message.upgrade) {
      message.upgrade = head.method === 'CONNECT' || this.#server.shouldUpgradeCallback(message);
      if (message.upgrade) return 'upgrade';
    }
    this.#exchanges.serve(message, head.keepAlive);
    return 'body';
  }

  #upgrade(message: IncomingMessage, rest: Buffer): void {
    const event = message.method === 'CONNECT' ? 'connect' : 'upgrade';
    if (event === 'connect' && this.#server.listenerCount(event) === 0) {
      this.socket.destroy();
      return;
    }
    this.#release();
    this.socket.readableFlowing = null;
    const heard = this.#server.emit(event, message, this.socket, rest);
    if (!heard) this.socket.destroy();
  }

  /** The connection is somebody else's from now on. */
  #release(): void {
    for (const [event, listener] of this.#listeners)
      this.socket.removeListener(event, listener as () => void);
    this.#forget();
  }

  #forget(): void {
    this.#parser.stop();
    this.socket.parser = null;
    this.#server._checks.remove(this);
  }

  #ended(): void {
    try {
      this.#parser.finish();
    } catch (error) {
      this.#failed(error as Error);
      return;
    }
    if (!this.#server.httpAllowHalfOpen) this.#exchanges.abort();
    if (!this.#server.httpAllowHalfOpen || !this.#exchanges.closeAfterAnswers()) {
      if (this.socket.writable) this.socket.end();
    }
  }

  #closed(): void {
    this.#forget();
    this.#exchanges.abort();
  }

  #failed(error: Error): void {
    const { socket } = this;
    for (const [event, listener] of this.#listeners)
      if (event === 'error') socket.removeListener(event, listener as () => void);
    if (!socket.listeners('error').includes(nothing)) socket.on('error', nothing);
    if (this.#server.emit('clientError', error, socket)) return;
    if (socket.writable && !socket._httpMessage?._headerSent) {
      const { code } = error as { code?: string };
      const status = refusals[code ?? ''] ?? '400 Bad Request';
      socket.write(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`, 'latin1');
    }
    socket.destroy(error);
  }

  /** Whoever listens decides; else the connection goes. */
  #socketTimedOut(): void {
    const { socket } = this;
    const request = this.#reception.incoming;
    const heard = [
      request && !request.complete && request.emit('timeout', socket),
      socket._httpMessage?.emit('timeout', socket),
      this.#server.emit('timeout', socket),
    ];
    if (!heard.some(Boolean)) socket.destroy();
  }
}

/** What a server does with a new connection; `server.emit('connection', socket)` does it, too. */
export function connectionListener(this: Server, socket: Socket): void {
  new ServerConnection(this, socket as ServerSocket);
}

import { Buffer } from 'node:buffer';
import { MessageParser, ParseError } from 'node:internal/network';
import type { MessageHead as Head } from '../../network/http/message-parser.ts';
import type { ClientRequest } from './client-request.ts';
import { hangUp } from './http-errors.ts';
import { IncomingMessage } from './incoming-message.ts';
import { leniencyOf, maxHeaderSize } from './parser-options.ts';
import { Reception } from './receive.ts';
import type { PooledSocket } from './socket-pool.ts';

type Socket = PooledSocket & {
  _hadError?: boolean;
  parser?: Reception | null;
  readableFlowing: boolean | null;
};

/** A connection while one request has it: reads the response, and gives the connection back. */
export class ClientConnection {
  readonly #request: ClientRequest;
  readonly #socket: Socket;
  readonly #parser: MessageParser;
  readonly #reception: Reception;
  readonly #listeners: Readonly<Record<string, (value: never) => void>>;

  /** From now on errors of the connection are the request's. */
  constructor(request: ClientRequest, socket: PooledSocket) {
    this.#request = request;
    this.#socket = socket as Socket;
    this.#reception = new Reception({
      open: (head) => this.#open(head),
      opened: (response, head) => this.#opened(response, head),
      maxHeadersCount: () => request.maxHeadersCount,
    });
    this.#parser = new MessageParser(
      {
        kind: 'response',
        maxHeaderBytes: request.maxHeaderSize ?? maxHeaderSize,
        lenient: leniencyOf(request),
      },
      this.#reception,
    );
    const { _inContext: inContext } = request;
    this.#listeners = {
      error: (error: Error) => inContext(() => this.#failed(error)),
      data: (data: Buffer) => inContext(() => this.#receive(data)),
      end: () => inContext(() => this.#ended()),
      close: () => inContext(() => this.#closed()),
      drain: () => request._drained(),
    };
    this.#on('error');
  }

  /** The request has the connection: it reads from now on. */
  begin(): void {
    this.#socket.parser = this.#reception;
    this.#request.parser = this.#reception;
    this.#on('data', 'end', 'close', 'drain');
    if (this.#socket.isPaused()) this.#socket.resume();
    this.#request.on('finish', () => {
      if (this.#request.shouldKeepAlive && this.#request._ended) this.#giveBack();
    });
  }

  /** The request gives the connection up. */
  release(): void {
    this.#off('error', 'data', 'end', 'close', 'drain');
  }

  #on(...events: string[]): void {
    for (const event of events) this.#socket.on(event, this.#listeners[event] as () => void);
  }

  #off(...events: string[]): void {
    for (const event of events)
      this.#socket.removeListener(event, this.#listeners[event] as () => void);
  }

  #receive(data: Buffer): void {
    let read: number;
    try {
      read = this.#parser.push(data);
    } catch (error) {
      if (!(error instanceof ParseError)) throw error;
      error.rawPacket = Buffer.from(data);
      this.#freeParser();
      this.#off('data', 'end');
      this.#socket.destroy();
      this.#tell(error);
      return;
    }
    const response = this.#reception.incoming;
    if (response?.upgrade) this.#upgrade(response, data.subarray(read));
    else if (response?.complete && !isInformation(response)) {
      this.#off('data', 'end', 'drain');
      this.#freeParser();
    }
  }

  #open(head: Head): IncomingMessage {
    const message = new IncomingMessage(this.#socket);
    message.statusCode = head.status ?? 0;
    message.statusMessage = head.statusText ?? '';
    message.joinDuplicateHeaders = this.#request.joinDuplicateHeaders ?? false;
    return message;
  }

  #opened(response: IncomingMessage, head: Head): 'body' | 'no-body' | 'upgrade' {
    const request = this.#request;
    if (request.res) {
      // A second answer to one request.
      this.#socket.destroy();
      return 'no-body';
    }
    if (request.method === 'CONNECT') response.upgrade = true;
    if (response.upgrade) {
      request.res = response;
      return 'upgrade';
    }
    if (isInformation(response)) {
      this.#inform(response);
      return 'no-body';
    }
    request.res = response;
    response.req = request;
    if (request.shouldKeepAlive && !head.keepAlive) request.shouldKeepAlive = false;
    response.on('end', () => this.#responseEnded(response));
    if (request.timeoutCb) this.#socket.on('timeout', this.#responseTimedOut);
    if (request.aborted || !request.emit('response', response)) response._dump();
    return request.method === 'HEAD' ? 'no-body' : 'body';
  }

  readonly #responseTimedOut = (): void => void this.#request.res?.emit('timeout');

  #inform(response: IncomingMessage): void {
    const { statusCode, statusMessage, httpVersion, httpVersionMajor, httpVersionMinor } = response;
    const { headers, rawHeaders } = response;
    if (statusCode === 100) this.#request.emit('continue');
    this.#request.emit('information', {
      statusCode,
      statusMessage,
      httpVersion,
      httpVersionMajor,
      httpVersionMinor,
      headers,
      rawHeaders,
    });
  }

  #upgrade(response: IncomingMessage, rest: Buffer): void {
    const request = this.#request;
    const socket = this.#socket;
    const event = request.method === 'CONNECT' ? 'connect' : 'upgrade';
    request.res = response;
    response.req = request;
    this.#off('data', 'end', 'drain');
    if (request.timeoutCb) socket.removeListener('timeout', request.timeoutCb);
    this.#freeParser();
    if (request.listenerCount(event) === 0) {
      socket.destroy();
      return;
    }
    request.upgradeOrConnect = true;
    socket.emit('agentRemove');
    this.#off('close', 'error');
    socket._httpMessage = null;
    socket.readableFlowing = null;
    request.emit(event, response, socket, rest);
    request._close();
  }

  /** The program read the response to its end. */
  #responseEnded(response: IncomingMessage): void {
    const request = this.#request;
    const socket = this.#socket;
    if (request.timeoutCb) socket.removeListener('timeout', request.timeoutCb);
    socket.removeListener('timeout', this.#responseTimedOut);
    request._ended = true;
    if (request.shouldKeepAlive) {
      if (request.writableFinished && !response.aborted) this.#giveBack();
    } else if (socket.writable) {
      socket.destroySoon();
    }
  }

  #giveBack(): void {
    const request = this.#request;
    const socket = this.#socket;
    if (request.timeoutCb) {
      socket.setTimeout(0, request.timeoutCb);
      request.timeoutCb = null;
    }
    this.release();
    request.destroyed = true;
    // After the listeners of `end` that the program added.
    process.nextTick(() => {
      request._close();
      socket.emit('free');
    });
  }

  #failed(error: Error): void {
    this.#tell(error);
    this.#freeParser();
    this.#off('data', 'end');
    this.#socket.destroy();
  }

  #ended(): void {
    if (!this.#request.res) this.#tell(hangUp());
    this.#finishParser();
    this.#socket.end();
  }

  /** The connection is gone. */
  #closed(): void {
    const request = this.#request;
    const { res: response } = request;
    this.#finishParser();
    request.destroyed = true;
    if (response) {
      if (!response.complete) response._abort();
      request._close();
      if (!response.aborted && response.readable) response.push(null);
      return;
    }
    this.#tell(hangUp());
    request._close();
  }

  /** An answer without length is whole when the server closes. */
  #finishParser(): void {
    try {
      this.#parser.finish();
    } catch {
      // It ended in the middle of its answer; the connection's end tells of it.
    }
    this.#freeParser();
  }

  #freeParser(): void {
    this.#parser.stop();
    this.#socket.parser = null;
    this.#request.parser = null;
  }

  /** Tells of the first error that the connection has. */
  #tell(error: Error): void {
    if (this.#socket._hadError) return;
    this.#socket._hadError = true;
    this.#request.emit('error', error);
  }
}

/** 100, 102 to 199: the answer follows. */
function isInformation({ statusCode }: IncomingMessage): boolean {
  const status = statusCode ?? 0;
  return status < 200 && status >= 100 && status !== 101;
}

import { RequestAbortedError, SocketError } from 'undici/lib/core/errors.js';
import type Request from 'undici/lib/core/request.js';
import { connect, type Socket } from 'node:net';
import { MessageParser } from 'node:internal/network';
import type { MessageHead } from '../../worker/network/http/message-parser.ts';
import { headerLines } from './header-lines.ts';

const maxHeaderBytes = 16 << 10;

/** Asks a server to speak another protocol, and hands the connection over once it agrees. */
export function upgrade(
  request: Request,
  to: { readonly host: string; readonly port: number },
  host: string,
): void {
  const socket = connect(to);
  const fail = (error: Error): void => {
    if (!request.aborted && !request.completed) request.onError(error);
    socket.destroy();
  };
  request.onConnect((error) => fail(error ?? new RequestAbortedError()));
  if (request.aborted) {
    socket.destroy();
    return;
  }
  const closed = (): void => fail(new SocketError('other side closed'));
  const answer = new UpgradeAnswer(request, socket, () => {
    socket.off('data', receive);
    socket.off('error', fail);
    socket.off('close', closed);
  });
  const receive = (bytes: Uint8Array): void => {
    try {
      answer.receive(bytes);
    } catch (error) {
      fail(error as Error);
    }
  };
  socket.on('connect', () => socket.write(headOf(request, host), 'latin1'));
  socket.on('data', receive);
  socket.on('error', fail);
  socket.on('close', closed);
}

function headOf({ method, path, upgrade: protocol, headers }: Request, host: string): string {
  const lines = [
    ['host', host],
    ['connection', 'upgrade'],
    ['upgrade', String(protocol)],
    ...headerLines(headers),
  ];
  const text = lines.map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${text.join('')}\r\n`;
}

/** Reads the answer: the other protocol begins where its head ends. */
class UpgradeAnswer {
  readonly #request: Request;
  readonly #socket: Socket;
  readonly #release: () => void;
  readonly #parser: MessageParser;
  #agreed: MessageHead | undefined;
  /** Whether the answer is neither an agreement nor a word in advance. */
  #refused = false;

  /** @param release takes the listeners off the socket */
  constructor(request: Request, socket: Socket, release: () => void) {
    this.#request = request;
    this.#socket = socket;
    this.#release = release;
    this.#parser = new MessageParser(
      { kind: 'response', maxHeaderBytes },
      {
        head: (head) => this.#head(head),
        body: (bytes) => void request.onData(bytes),
        end: (trailers) => this.#end(trailers),
      },
    );
  }

  receive(bytes: Uint8Array): void {
    const read = this.#parser.push(bytes);
    const head = this.#agreed;
    if (!head) return;
    this.#release();
    // It flows again once somebody listens; until then nothing is lost.
    Object.assign(this.#socket, { readableFlowing: null });
    if (read < bytes.length) this.#socket.unshift(bytes.subarray(read));
    this.#request.onUpgrade(101, head.rawHeaders, this.#socket);
  }

  #head(head: MessageHead): 'body' | 'no-body' | 'upgrade' {
    const { status = 0, statusText = '', rawHeaders } = head;
    if (status === 101) {
      this.#agreed = head;
      return 'upgrade';
    }
    if (status < 200) return 'no-body';
    this.#refused = true;
    this.#request.onHeaders(status, rawHeaders, () => undefined, statusText);
    return 'body';
  }

  #end(trailers: readonly string[]): void {
    if (!this.#refused) return;
    this.#release();
    if (!this.#request.aborted) this.#request.onComplete(trailers);
    this.#socket.destroy();
  }
}

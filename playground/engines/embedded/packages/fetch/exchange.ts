import {
  HTTPParserError,
  RequestAbortedError,
  RequestContentLengthMismatchError,
  SocketError,
} from 'undici/lib/core/errors.js';
import type Request from 'undici/lib/core/request.js';
import { machine } from 'node:internal/machine';
import { client, ParseError } from 'node:internal/network';
import type { AskFault, Exchange as Asking } from '../../worker/network/http/http-client.ts';
import { systemError } from '../../worker/modules/errors/system-error.ts';
import { headerLines } from './header-lines.ts';

/** Where a request goes. */
export interface Destination {
  readonly host: string;
  readonly port: number;
  readonly hostHeader: string;
}

/** Requests for which a body is expected, so that an empty one is said. */
const withBody = new Set(['PATCH', 'POST', 'PROPFIND', 'PROPPATCH', 'PUT', 'QUERY']);

/** One request of `fetch` and its answer. */
export class Exchange {
  readonly #request: Request;
  readonly #to: Destination;
  readonly #inContext = machine.context.bind((call: () => void) => call());
  #asking: Asking | undefined;

  constructor(request: Request, to: Destination) {
    this.#request = request;
    this.#to = to;
  }

  /** Sends the request. Its first line waits for the first piece of the body, as undici's does. */
  async send(): Promise<void> {
    const request = this.#request;
    request.onConnect((error) => this.#abort(error ?? new RequestAbortedError()));
    if (request.aborted) return;
    const { body } = request;
    const pieces = body instanceof Uint8Array ? [body] : (body ?? []);
    let sent = 0;
    try {
      for await (const piece of pieces) {
        if (request.aborted || piece.byteLength === 0) continue;
        if (sent === 0) this.#ask(this.#framing());
        sent += piece.byteLength;
        await this.#write(piece);
      }
      this.#finish(sent);
    } catch (error) {
      this.#abort(error as Error);
    }
  }

  /** How the body's end is told. */
  #framing(): readonly [string, string] {
    const { contentLength } = this.#request;
    return contentLength === null
      ? ['transfer-encoding', 'chunked']
      : ['content-length', String(contentLength)];
  }

  #finish(sent: number): void {
    const request = this.#request;
    request.onRequestSent();
    if (request.aborted) return;
    const { contentLength } = request;
    if (sent === 0) {
      this.#ask(withBody.has(request.method) ? ['content-length', '0'] : undefined);
      if (request.body === null) return;
    } else if (contentLength === null) {
      this.#asking?.write(ascii('0\r\n\r\n'));
    }
    if ((contentLength ?? sent) !== sent) throw new RequestContentLengthMismatchError();
  }

  #ask(framing: readonly [string, string] | undefined): void {
    const request = this.#request;
    const { host, port, hostHeader } = this.#to;
    const { method, path } = request;
    const keeps = method !== 'HEAD' && method !== 'CONNECT' && request.reset !== true;
    const headers = [
      ['host', hostHeader] as const,
      ['connection', keeps ? 'keep-alive' : 'close'] as const,
      ...headerLines(request.headers),
      ...(framing ? [framing] : []),
    ];
    const told = (call: () => void): void => {
      if (!request.aborted && !request.completed) this.#inContext(call);
    };
    this.#asking = client.ask(
      { host, port, method, path, headers },
      {
        head: ({ status = 0, statusText = '', rawHeaders }) =>
          told(() => {
            const resume = (): void => this.#asking?.resume();
            if (request.onHeaders(status, rawHeaders, resume, statusText) === false)
              this.#asking?.pause();
          }),
        body: (bytes) =>
          told(() => {
            if (request.onData(bytes) === false) this.#asking?.pause();
          }),
        end: (trailers) => told(() => request.onComplete(trailers)),
        failed: (why) => told(() => request.onError(this.#errorOf(why))),
      },
    );
  }

  /** @returns once there is room for more */
  #write(piece: Uint8Array): Promise<void> {
    const chunked = this.#request.contentLength === null;
    if (chunked) this.#asking?.write(ascii(`${piece.byteLength.toString(16)}\r\n`));
    const taken = new Promise<void>((resolve) =>
      this.#asking?.write(new Uint8Array(piece), resolve),
    );
    if (chunked) this.#asking?.write(ascii('\r\n'));
    this.#request.onBodySent(piece);
    return taken;
  }

  #abort(error: Error): void {
    const request = this.#request;
    if (request.aborted || request.completed) return;
    request.onError(error);
    this.#asking?.abort();
  }

  #errorOf(why: AskFault): Error {
    const { host: address, port } = this.#to;
    if (why === 'refused') return systemError('ECONNREFUSED', 'connect', { address, port });
    if (why === 'reset') return systemError('ECONNRESET', 'read');
    if (why === 'closed') return new SocketError('other side closed');
    if (!(why instanceof ParseError)) return why;
    const message = `Response does not match the HTTP/1.1 protocol (${why.reason})`;
    return new HTTPParserError(message);
  }
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

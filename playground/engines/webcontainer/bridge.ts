import type { WebContainer, WebContainerProcess } from '@webcontainer/api';
import { EngineError } from '../../engine/errors.ts';
import { MarkedLines } from './marked-lines.ts';
import { insideFolder } from './project-tree.ts';

/** What `inside/bridge.mjs` says, a line each. */
type Reply =
  | {
      readonly type: 'head';
      readonly status: number;
      readonly statusText: string;
      /** Names and values in turn. */
      readonly headers: readonly string[];
    }
  | { readonly type: 'data'; readonly base64: string }
  | { readonly type: 'end' }
  | { readonly type: 'refused' | 'failed'; readonly message: string };

/** Statuses whose answer has no body: a `Response` refuses one (fetch.spec.whatwg.org, 2.2.3). */
const withoutBody = [101, 204, 205, 304];

let lastRequest = 0;

/**
 * Sends a request to a server in the container by way of a process there.
 * @throws {EngineError} `nothing-listens`
 * @throws {TypeError} where the server breaks the connection, as `fetch` does
 */
export async function bridge(web: WebContainer, port: number, request: Request): Promise<Response> {
  const { signal } = request;
  signal.throwIfAborted();
  lastRequest += 1;
  const file = `${insideFolder}/request-${lastRequest}.json`;
  await web.fs.writeFile(file, await describe(request));
  const process = await web.spawn('node', [`${insideFolder}/bridge.mjs`, String(port), file]);
  signal.addEventListener('abort', () => process.kill(), { once: true });
  return new Answer(process, signal).response;
}

async function describe(request: Request): Promise<string> {
  const { pathname, search } = new URL(request.url);
  const body = new Uint8Array(await request.arrayBuffer());
  return JSON.stringify({
    method: request.method,
    path: pathname + search,
    headers: Object.fromEntries(request.headers),
    body: btoa(Array.from(body, (byte) => String.fromCharCode(byte)).join('')),
  });
}

/** Puts an answer together from the lines of the bridge, its body while it comes. */
class Answer {
  readonly response: Promise<Response>;
  readonly #resolve: (response: Response) => void;
  readonly #reject: (error: unknown) => void;
  readonly #body: ReadableStream<Uint8Array<ArrayBuffer>>;
  #controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined;

  constructor(process: WebContainerProcess, signal: AbortSignal) {
    const { promise, resolve, reject } = Promise.withResolvers<Response>();
    this.response = promise;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#body = new ReadableStream({
      start: (controller) => {
        this.#controller = controller;
      },
      cancel: () => process.kill(),
    });
    const lines = new MarkedLines('\u001ereply ', {
      text: () => undefined,
      line: (line) => this.#take(JSON.parse(line) as Reply),
    });
    void process.output
      .pipeTo(new WritableStream({ write: (text) => lines.push(text) }))
      .then(() => signal.throwIfAborted())
      .then(() => this.#fail(new TypeError('The bridge ended without an answer.')))
      .catch((error: unknown) => this.#fail(error));
  }

  #take(reply: Reply): void {
    switch (reply.type) {
      case 'head':
        this.#resolve(this.#respond(reply));
        break;
      case 'data':
        this.#controller?.enqueue(Uint8Array.from(atob(reply.base64), (c) => c.charCodeAt(0)));
        break;
      case 'end':
        this.#controller?.close();
        this.#controller = undefined;
        break;
      case 'refused':
        this.#fail(new EngineError('nothing-listens'));
        break;
      case 'failed':
        this.#fail(new EngineError('no-answer', reply.message));
    }
  }

  #respond({ status, statusText, headers }: Extract<Reply, { type: 'head' }>): Response {
    const named = new Headers();
    for (let i = 0; i + 1 < headers.length; i += 2) {
      named.append(headers[i] ?? '', headers[i + 1] ?? '');
    }
    const body = withoutBody.includes(status) ? null : this.#body;
    return new Response(body, { status, statusText, headers: named });
  }

  /** Does nothing after the end. */
  #fail(error: unknown): void {
    this.#reject(error);
    this.#controller?.error(error);
    this.#controller = undefined;
  }
}

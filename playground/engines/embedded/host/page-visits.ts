import { EngineError } from '../../../engine/errors.ts';
import { fromBase64, toBase64 } from '../base64.ts';
import {
  longestBody,
  longestHeader,
  mostHeaders,
  type FromVisitor,
  type ToVisitor,
} from '../protocol.ts';

type Reply = Exclude<FromVisitor, { type: 'ports' }>;
type Answer = Extract<Reply, { type: 'answer' }>;

/** A request that was sent. */
interface Visit {
  answered(response: Response): void;
  failed(error: Error): void;
  body: ReadableStreamDefaultController<Uint8Array> | undefined;
  bytes: number;
}

/** Statuses whose answer has no body. */
const bodiless = new Set([204, 205, 304]);

/** Requests from the page to servers of one run, and their answers. */
export class PageVisits {
  ports: readonly number[] = [];
  readonly #send: (visit: ToVisitor) => void;
  readonly #open = new Map<number, Visit>();
  #ids = 0;

  constructor(send: (visit: ToVisitor) => void) {
    this.#send = send;
  }

  /** @throws {EngineError} see `Run.request` */
  async ask(port: number, request: Request): Promise<Response> {
    const { signal } = request;
    signal.throwIfAborted();
    if (!this.ports.includes(port)) throw new EngineError('nothing-listens', `Port ${port}.`);
    const visit = await readRequest(++this.#ids, port, request);
    signal.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<Response>();
    this.#open.set(visit.id, { answered: resolve, failed: reject, body: undefined, bytes: 0 });
    signal.addEventListener('abort', () => this.#abort(visit.id, signal.reason), { once: true });
    this.#send(visit);
    return promise;
  }

  receive(reply: Reply): void {
    const visit = this.#open.get(reply.id);
    if (!visit) return;
    switch (reply.type) {
      case 'answer':
        visit.answered(this.#response(reply, visit));
        break;
      case 'body':
        this.#push(reply.id, visit, fromBase64(reply.data));
        break;
      case 'answered':
        this.#open.delete(reply.id);
        visit.body?.close();
        break;
      case 'unanswered':
        this.#fail(reply.id, new EngineError('no-answer', reply.message));
    }
  }

  /** The run is over: what is open fails. */
  close(): void {
    for (const id of [...this.#open.keys()]) this.#fail(id, new EngineError('run-over'));
  }

  #push(id: number, visit: Visit, bytes: Uint8Array): void {
    visit.bytes += bytes.length;
    if (visit.bytes <= longestBody) visit.body?.enqueue(bytes);
    else this.#abort(id, new EngineError('no-answer', 'Its body is longer than 1 MiB.'));
  }

  #response({ id, status, statusText, headers }: Answer, visit: Visit): Response {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => void (visit.body = controller),
      cancel: (reason) => this.#abort(id, reason),
    });
    const init = { status: Math.max(status, 200), statusText, headers: headersOf(headers) };
    if (!bodiless.has(status)) return new Response(body, init);
    visit.body = undefined;
    return new Response(null, init);
  }

  #abort(id: number, reason: unknown): void {
    if (!this.#open.has(id)) return;
    this.#send({ type: 'abort', id });
    this.#fail(id, reason as Error);
  }

  #fail(id: number, error: Error): void {
    const visit = this.#open.get(id);
    this.#open.delete(id);
    visit?.failed(error);
    try {
      visit?.body?.error(error);
    } catch {
      // The reader cancelled it before.
    }
  }
}

function headersOf(pairs: Answer['headers']): Headers {
  const headers = new Headers();
  for (const [name, value] of pairs) headers.append(name, value);
  return headers;
}

async function readRequest(id: number, port: number, request: Request): Promise<ToVisitor> {
  const { pathname, search } = new URL(request.url);
  const headers = [...request.headers];
  if (headers.length > mostHeaders)
    throw new EngineError('bad-request', 'It has too many headers.');
  if (headers.some(([name, value]) => name.length + value.length > longestHeader))
    throw new EngineError('bad-request', 'One of its headers is too long.');
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.length > longestBody) throw new EngineError('bad-request', 'Its body is too long.');
  const { method } = request;
  return {
    type: 'request',
    id,
    port,
    method,
    path: pathname + search,
    headers,
    body: toBase64(bytes),
  };
}

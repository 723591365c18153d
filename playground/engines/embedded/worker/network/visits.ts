import type { ToVisitor, FromVisitor } from '../../protocol.ts';
import type { Machine } from '../machine.ts';
import type { AskFault, Exchange, HttpClient } from './http/http-client.ts';
import type { MessageHead } from './http/message-parser.ts';
import { fromBase64, toBase64 } from '../../base64.ts';

/** Bytes of a body that one message to the page holds at most. */
const pieceBytes = 48 << 10;

/** Requests that the page sends to servers of the program. */
export class Visits {
  readonly #client: HttpClient;
  readonly #machine: Pick<Machine, 'page' | 'loop'>;
  readonly #open = new Map<number, Exchange>();

  constructor(client: HttpClient, machine: Pick<Machine, 'page' | 'loop'>) {
    this.#client = client;
    this.#machine = machine;
  }

  receive(message: ToVisitor): void {
    if (message.type === 'request') this.#ask(message);
    else this.#abort(message.id);
  }

  #ask({ id, port, method, path, headers, body }: Extract<ToVisitor, { type: 'request' }>): void {
    const bytes = fromBase64(body);
    const framing = bytes.length > 0 ? [['Content-Length', String(bytes.length)] as const] : [];
    const own = [['Host', `localhost:${port}`] as const, ['Connection', 'close'] as const];
    const question = {
      ...{ host: '127.0.0.1', port, method, path },
      headers: [...own, ...headers, ...framing],
    };
    const exchange = this.#client.ask(question, {
      head: (head) => this.#tell({ type: 'answer', id, ...partsOf(head) }),
      body: (piece) => this.#body(id, piece),
      end: () => this.#over({ type: 'answered', id }),
      failed: (why) => this.#over({ type: 'unanswered', id, message: wordsFor(why) }),
    });
    this.#open.set(id, exchange);
    if (bytes.length > 0) exchange.write(bytes);
  }

  #abort(id: number): void {
    this.#open.get(id)?.abort();
    this.#open.delete(id);
  }

  #body(id: number, bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at += pieceBytes)
      this.#tell({ type: 'body', id, data: toBase64(bytes.subarray(at, at + pieceBytes)) });
  }

  #over(message: FromVisitor & { id: number }): void {
    this.#open.delete(message.id);
    this.#tell(message);
  }

  #tell(message: FromVisitor): void {
    this.#machine.page.tell(message);
  }
}

function partsOf({ status = 0, statusText = '', rawHeaders }: MessageHead): {
  status: number;
  statusText: string;
  headers: [string, string][];
} {
  const headers = Array.from({ length: rawHeaders.length / 2 }, (_, at): [string, string] => [
    rawHeaders[2 * at] ?? '',
    rawHeaders[2 * at + 1] ?? '',
  ]);
  return { status, statusText, headers };
}

function wordsFor(why: AskFault): string {
  if (why === 'refused') return 'The server refused the connection.';
  return why === 'closed' || why === 'reset' ? 'The server closed the connection.' : why.message;
}

import type {
  IncomingHttpHeaders,
  IncomingMessage,
  ServerResponse,
} from 'node:http';
import { Problem } from './problem.ts';

/** An order of the largest kind, each character as `\u00e9`. */
const LARGEST_BODY = 20_000;
export const MERGE_PATCH = 'application/merge-patch+json';

/** One request, read whole before anything is judged. */
export interface Call {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** 304 has no body and is no mistake. */
export class NotModified extends Error {
  readonly etag: string;
  constructor(etag: string) {
    super('not modified');
    this.etag = etag;
  }
}

/** @throws {Problem} 400, or 413 before the rest has come */
export async function readCall(
  request: IncomingMessage,
): Promise<Call> {
  const { method = 'GET', headers } = request;
  const url = addressOf(request.url ?? '/');
  const body = await readBody(request);
  return { method, url, headers, body };
}

/** `//orders` is a path of ours, not a host of that name. */
function addressOf(target: string): URL {
  const isPath = target.startsWith('/');
  const address = isPath ? `http://api${target}` : target;
  if (URL.canParse(address)) return new URL(address);
  throw new Problem(400, 'not-an-address', 'Mend its syntax.');
}

function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  return new Promise((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= LARGEST_BODY) chunks.push(chunk);
      else {
        request.pause();
        reject(tooLarge());
      }
    });
    request.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    request.on('error', reject);
  });
}

/** The rest of the body is not read, so the connection ends. */
function tooLarge(): Problem {
  const detail = `Send at most ${LARGEST_BODY} bytes.`;
  const headers = { connection: 'close' };
  return new Problem(413, 'too-large', detail, { headers });
}

/** @throws {Problem} 415 where the body is of another type */
export function checkType({ method, headers }: Call): void {
  if (headers['content-encoding'] !== undefined) {
    throw new Problem(415, 'wrong-type', 'Do not compress it.', {
      headers: { 'accept-encoding': 'identity' },
    });
  }
  const patches = method === 'PATCH';
  const wanted = patches ? MERGE_PATCH : 'application/json';
  const type = headers['content-type']?.split(';')[0];
  if (type?.trim().toLowerCase() === wanted) return;
  const name = patches ? 'accept-patch' : 'accept';
  throw new Problem(415, 'wrong-type', `Send ${wanted}.`, {
    headers: { [name]: wanted },
  });
}

/** @throws {Problem} 400 where the body is no JSON in UTF-8 */
export function jsonOf({ body }: Call): unknown {
  try {
    const utf8 = new TextDecoder('utf-8', { fatal: true });
    return JSON.parse(utf8.decode(body));
  } catch {
    throw new Problem(400, 'not-json', 'Mend its syntax.');
  }
}

/** A copy is asked about before each use: If-None-Match. */
const ASK_FIRST = { 'cache-control': 'no-cache' };

/** What a client is told of anything that was thrown. */
export function replyOf(error: unknown): Reply {
  if (error instanceof NotModified) {
    const headers = { ...ASK_FIRST, etag: error.etag };
    return { status: 304, headers };
  }
  const known = error instanceof Problem;
  const problem = known
    ? error
    : new Problem(500, 'unexpected', 'Try again later.');
  if (!known) console.error(error);
  const ours = {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  };
  return {
    status: problem.status,
    headers: { ...problem.headers, ...ours },
    body: problem,
  };
}

export function send(
  response: ServerResponse,
  { status, headers = {}, body }: Reply,
): void {
  if (body === undefined) {
    response.writeHead(status, headers).end();
    return;
  }
  const json = { 'content-type': 'application/json' };
  response
    .writeHead(status, { ...json, ...ASK_FIRST, ...headers })
    .end(JSON.stringify(body, null, 2));
}

import type {
  IncomingHttpHeaders,
  IncomingMessage,
  ServerResponse,
} from 'node:http';
import { Problem } from './problem.ts';

const LARGEST_BODY = 10_000;
const MERGE_PATCH = 'application/merge-patch+json';

/** One request, read whole before anything is judged. */
export interface Call {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
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

/** @throws {Problem} 413, before the rest has come */
export async function readCall(
  request: IncomingMessage,
): Promise<Call> {
  const { method = 'GET', url = '/', headers } = request;
  const body = await readBody(request);
  return {
    method,
    url: new URL(url, 'http://api'),
    headers,
    body,
  };
}

function readBody(request: IncomingMessage): Promise<string> {
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
      resolve(Buffer.concat(chunks).toString());
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
  const patches = method === 'PATCH';
  const wanted = patches ? MERGE_PATCH : 'application/json';
  const type = headers['content-type']?.split(';')[0];
  if (type?.trim().toLowerCase() === wanted) return;
  const name = patches ? 'accept-patch' : 'accept';
  throw new Problem(415, 'wrong-type', `Send ${wanted}.`, {
    headers: { [name]: wanted },
  });
}

/** @throws {Problem} 400 where the body is no JSON */
export function jsonOf({ body }: Call): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Problem(400, 'not-json', 'Mend its syntax.');
  }
}

/** What a client is told of anything that was thrown. */
export function replyOf(error: unknown): Reply {
  if (error instanceof NotModified) {
    return { status: 304, headers: { etag: error.etag } };
  }
  const known = error instanceof Problem;
  const problem = known
    ? error
    : new Problem(500, 'unexpected', 'Try again later.');
  if (!known) console.error(error);
  const type = { 'content-type': 'application/problem+json' };
  return {
    status: problem.status,
    headers: { ...problem.headers, ...type },
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
  // A copy is asked about before each use: If-None-Match.
  const cache = { 'cache-control': 'no-cache' };
  response
    .writeHead(status, { ...json, ...cache, ...headers })
    .end(JSON.stringify(body, null, 2));
}

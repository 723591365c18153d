import {
  request,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';

/** One request, and why it is made. */
export interface Ask {
  readonly method: string;
  readonly url: URL;
  /** The relation that is followed: for the log. */
  readonly rel: string;
  readonly accept: string;
  readonly body?: unknown;
}

export interface Reply {
  /** What was asked: links are relative to it. */
  readonly url: URL;
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** What its JSON says; nothing where there is none. */
  readonly body: unknown;
  /** Length of the body on the wire. */
  readonly bytes: number;
}

export type Send = (ask: Ask) => Promise<Reply>;

const LONGEST_WAIT_MS = 5_000;

/** @param token says who asks; no token, nobody we know */
export function sender(token?: string): Send {
  const known = token && { authorization: `Bearer ${token}` };
  return ({ method, url, accept, body }) =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? '' : JSON.stringify(body);
      const described = text !== '' && {
        'content-type': 'application/json',
        'content-length': `${Buffer.byteLength(text)}`,
      };
      const outgoing = request(
        url,
        {
          method,
          agent: false,
          signal: AbortSignal.timeout(LONGEST_WAIT_MS),
          headers: { accept, ...known, ...described },
        },
        (response) => {
          let received = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => {
            received += chunk;
          });
          response.on('error', reject);
          response.on('end', () => {
            try {
              resolve(replyOf(url, response, received));
            } catch (error) {
              reject(error as Error);
            }
          });
        },
      );
      outgoing.on('error', reject);
      outgoing.end(text);
    });
}

/** @throws {SyntaxError} where the body is no JSON */
function replyOf(
  url: URL,
  { statusCode: status = 0, headers }: IncomingMessage,
  text: string,
): Reply {
  const body: unknown =
    text === '' ? undefined : JSON.parse(text);
  return {
    url,
    status,
    headers: headers as Reply['headers'],
    body,
    bytes: Buffer.byteLength(text),
  };
}

/** More than any form of ours needs. */
const LARGEST_BODY = 2_000;

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A refusal as RFC 9457 has it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly reply: Answer;

  constructor(
    status: number,
    detail: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
    const ours = {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
    };
    this.reply = {
      status,
      headers: { ...headers, ...ours },
      body: { status, detail },
    };
  }
}

/** @throws {Refusal} 400, or 413 before the rest has come */
export function readJson(
  request: IncomingMessage,
): Promise<Readonly<Record<string, unknown>>> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  return new Promise((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= LARGEST_BODY) {
        chunks.push(chunk);
        return;
      }
      request.pause();
      const headers = { connection: 'close' };
      reject(new Refusal(413, 'It is too long.', headers));
    });
    request.on('end', () => {
      try {
        resolve(objectOf(Buffer.concat(chunks).toString('utf8')));
      } catch {
        reject(new Refusal(400, 'Send a JSON object.'));
      }
    });
    // A client that leaves: there is nobody to answer to.
    request.on('error', () => {
      reject(new Refusal(400, 'It broke off.'));
    });
  });
}

export function send(
  response: ServerResponse,
  { status, headers, body }: Answer,
): void {
  response.writeHead(status, headers);
  response.end(body === undefined ? '' : JSON.stringify(body));
}

function objectOf(text: string): Record<string, unknown> {
  const value: unknown = text === '' ? {} : JSON.parse(text);
  const fits = typeof value === 'object' && value !== null;
  if (fits && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw new TypeError('no object');
}

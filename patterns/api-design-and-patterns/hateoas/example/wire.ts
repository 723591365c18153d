import type { IncomingMessage, ServerResponse } from 'node:http';

/** More than any form of ours needs. */
const LARGEST_BODY = 2_000;

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A refusal as RFC 9457 has it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly reply: Reply;

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
    request.on('error', reject);
  });
}

export function answer(
  response: ServerResponse,
  { status, headers, body }: Reply,
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

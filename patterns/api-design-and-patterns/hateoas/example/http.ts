import { request, type IncomingMessage } from 'node:http';

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

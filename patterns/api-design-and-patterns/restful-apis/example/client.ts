import { request, type IncomingMessage } from 'node:http';

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** What its JSON says; nothing where there is none. */
  readonly body: unknown;
}

const LONGEST_WAIT_MS = 5_000;

/** Sends one request and reads the whole answer. */
export type Send = (sent: Sent) => Promise<Answer>;

/** The answer was lost: the server has acted, or not. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}

/** @param port of a server on this machine */
export function clientOf(port: number): Send {
  return ({ method, path, headers = {}, body }) =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? '' : JSON.stringify(body);
      const patch = method === 'PATCH' ? 'merge-patch+' : '';
      const described = {
        'content-type': `application/${patch}json`,
        'content-length': `${Buffer.byteLength(text)}`,
      };
      const outgoing = request(
        {
          port,
          method,
          path,
          agent: false,
          signal: AbortSignal.timeout(LONGEST_WAIT_MS),
          headers: { ...(text !== '' && described), ...headers },
        },
        (response) => {
          let received = '';
          response.setEncoding('utf8');
          response.on(
            'data',
            (chunk: string) => (received += chunk),
          );
          response.on('error', reject);
          response.on('end', () => {
            try {
              resolve(answerOf(response, received));
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
function answerOf(
  { statusCode: status = 0, headers }: IncomingMessage,
  text: string,
): Answer {
  const body: unknown =
    text === '' ? undefined : JSON.parse(text);
  return { status, headers: headers as Answer['headers'], body };
}

/** A network that loses the first answers. */
export function losing(send: Send, answers: number): Send {
  let left = answers;
  return async (sent) => {
    const answer = await send(sent);
    if (left === 0) return answer;
    left -= 1;
    throw new NoAnswerError('no answer');
  };
}

/** A request as a reader types it. */
export interface RequestDraft {
  readonly method: string;
  /** With its query: `/orders?limit=2`. */
  readonly path: string;
  /** A header a line: `If-Match: "1"`. */
  readonly headers: string;
  readonly body: string;
}

/** The methods that RFC 9110 and RFC 5789 define and a page may send. */
export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;

/** What `fetch` says of a text's type where nobody does; curl would say another. */
const TEXT_TYPE = 'text/plain;charset=UTF-8';

/** A request cannot be made of what was typed; the message says why. */
export class DraftError extends Error {
  override readonly name = 'DraftError';
  readonly whatToDo: string;

  constructor(what: string, whatToDo: string) {
    super(what);
    this.whatToDo = whatToDo;
  }
}

/** The address of a server of the program, as a terminal on the same machine would have it. */
export function addressOf({ path }: Pick<RequestDraft, 'path'>, port: number): string {
  const rest = path.trim().replace(/^\/+/, '');
  return new URL(`http://localhost:${port}/${rest}`).href;
}

/** @throws {DraftError} where a header is none, or the method takes no body, or a page may not say it */
export function requestOf(draft: RequestDraft, port: number): Request {
  const { method, body } = draft;
  const headers = headersOf(draft);
  if (body !== '' && (method === 'GET' || method === 'HEAD')) {
    throw new DraftError(`${method} has no body.`, 'Empty the body, or choose another method.');
  }
  const request = new Request(addressOf(draft, port), {
    method,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
    ...(body === '' ? {} : { body }),
  });
  const refused = headers.filter(([name]) => !request.headers.has(name)).map(([name]) => name);
  if (refused.length > 0) {
    const what = `A page may not set ${refused.join(', ')}.`;
    throw new DraftError(what, 'Take it out here, or send it with the curl line.');
  }
  return request;
}

/** The command that sends the same to the same program under Node.js. */
export function curlOf(draft: RequestDraft, port: number): string {
  const { method, body } = draft;
  const typed = typedHeaders(draft);
  const hasType = typed.some(([name]) => name.toLowerCase() === 'content-type');
  const headers = body === '' || hasType ? typed : [...typed, ['Content-Type', TEXT_TYPE] as const];
  const verb = method === 'GET' ? [] : method === 'HEAD' ? ['--head'] : [`-X ${method}`];
  return [
    ['curl -i --globoff', ...verb, quote(addressOf(draft, port))].join(' '),
    ...headers.map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    ...(body === '' ? [] : [`--data-raw ${quote(body)}`]),
  ].join(' \\\n  ');
}

type Header = readonly [name: string, value: string];

function headersOf(draft: RequestDraft): readonly Header[] {
  const wrong = linesOf(draft).find((line) => !/^[!#$%&'*+.^`|~\w-]+:/.test(line));
  if (wrong !== undefined) {
    throw new DraftError(
      `“${wrong}” is no header.`,
      'Write one a line, as in “Accept: text/plain”.',
    );
  }
  return typedHeaders(draft);
}

function typedHeaders(draft: RequestDraft): readonly Header[] {
  return linesOf(draft).map((line) => {
    const at = line.indexOf(':');
    return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
  });
}

function linesOf({ headers }: RequestDraft): readonly string[] {
  return headers
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** For a POSIX shell: nothing within single quotes means anything but a single quote. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

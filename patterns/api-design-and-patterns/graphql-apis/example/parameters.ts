export interface HttpRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly contentType?: string;
  readonly accept?: string;
  readonly body?: string;
}

/** What a request says, by either method. */
export interface Parameters {
  readonly query?: string;
  readonly documentId?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** A request that does not come as far as a document. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(code);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** @throws {Refusal} 400, 405, 415 or 422, as the draft says */
export function parametersOf(request: HttpRequest): Parameters {
  if (request.method === 'GET') return inUrl(request.url);
  if (request.method === 'POST') return inBody(request);
  throw new Refusal(405, 'METHOD', { allow: 'GET, POST' });
}

function inUrl(url: string): Parameters {
  const [, query = ''] = url.split('?', 2);
  const given = new URLSearchParams(query);
  const variables = given.get('variables');
  return checked({
    query: given.get('query') || undefined,
    documentId: given.get('documentId') || undefined,
    variables: variables ? parsed(variables) : undefined,
  });
}

/** JSON and nothing else: other types need no preflight (CSRF). */
function inBody({ contentType = '', body = '' }: HttpRequest) {
  if (!/^application\/json\s*(;|$)/i.test(contentType))
    throw new Refusal(415, 'SEND_JSON');
  return checked(parsed(body));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'NO_JSON');
  }
}

function checked(given: unknown): Parameters {
  if (!isObject(given)) throw new Refusal(422, 'NO_REQUEST');
  const { query, documentId, variables } = given;
  return {
    ...text('query', query),
    ...text('documentId', documentId),
    ...map(variables),
  };
}

function text(name: string, value: unknown): object {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'string') throw new Refusal(422, name);
  return { [name]: value };
}

function map(variables: unknown): object {
  if (variables === undefined || variables === null) return {};
  if (isObject(variables)) return { variables };
  throw new Refusal(422, 'variables');
}

function isObject(
  value: unknown,
): value is Record<string, unknown> {
  const isMap = typeof value === 'object' && value !== null;
  return isMap && !Array.isArray(value);
}

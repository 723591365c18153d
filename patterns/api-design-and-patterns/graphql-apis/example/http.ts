import { createHash } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { ExecutionResult } from 'graphql';
import { pass, run } from './server.ts';
import type { Server } from './server.ts';
import type { Viewer } from './shop.ts';

/** A document that a client has stored at build. */
export interface Stored {
  readonly source: string;
  /**
   * For how long anybody may be given the same answer. It is
   * run as nobody, so it cannot hold what only one may see.
   */
  readonly publicForS?: number;
}

export type Documents = ReadonlyMap<string, Stored>;

/** The id of a text: appendix A of the draft, `sha256:` in hex. */
export function idOf(source: string): string {
  const hash = createHash('sha256').update(source, 'utf8');
  return `sha256:${hash.digest('hex')}`;
}

export function store(documents: readonly Stored[]): Documents {
  return new Map(documents.map((one) => [idOf(one.source), one]));
}

export interface HttpRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly contentType?: string;
  readonly accept?: string;
  readonly body?: string;
}

/** What a request says, by either method. */
interface Parameters {
  readonly query?: string;
  readonly documentId?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** A request that does not come as far as a document. */
class Refusal extends Error {
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

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Endpoint {
  readonly server: Server;
  readonly documents: Documents;
  /** Whether any text is taken, or stored documents only. */
  readonly takesText: boolean;
}

const NEW_TYPE = 'application/graphql-response+json';
const OLD_TYPE = 'application/json';
const NOBODY: Viewer = { name: '' };

/** GraphQL over HTTP, as in the draft of 2026-08-06. */
export async function overHttp(
  endpoint: Endpoint,
  viewer: Viewer,
  request: HttpRequest,
): Promise<HttpAnswer> {
  const type = typeFor(request.accept);
  if (!type)
    return answer(406, OLD_TYPE, refusal('NOT_ACCEPTED'));
  try {
    return await told(endpoint, viewer, request, type);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { status, code, message, headers } = error;
    const body = refusal(code, message);
    return answer(status, type, body, headers);
  }
}

async function told(
  endpoint: Endpoint,
  viewer: Viewer,
  request: HttpRequest,
  type: string,
): Promise<HttpAnswer> {
  const parameters = parametersOf(request);
  const { source, publicForS } = documentOf(endpoint, parameters);
  const { variables } = parameters;
  const asked = { source, ...(variables ? { variables } : {}) };
  const { server } = endpoint;
  const passed = pass(server, asked);
  if ('errors' in passed) {
    const { errors, isNoDocument } = passed;
    return answer(isNoDocument ? 400 : 422, type, { errors });
  }
  const isGet = request.method === 'GET';
  if (isGet && passed.kind !== 'query')
    throw new Refusal(405, 'NOT_BY_GET', { allow: 'POST' });
  const isPublic = isGet && publicForS !== undefined;
  const as = isPublic ? NOBODY : viewer;
  const result = await run(server, as, asked, passed);
  const isWhole = 'data' in result && !result.errors;
  return answer(statusOf(result, type), type, result, {
    'cache-control':
      isPublic && isWhole
        ? `public, max-age=${publicForS}`
        : 'private, no-store',
  });
}

/** 294: data, and not all of it. Old clients expect 200. */
function statusOf(result: ExecutionResult, type: string): number {
  if (!('data' in result)) return 422;
  return result.errors && type === NEW_TYPE ? 294 : 200;
}

function documentOf(
  { documents, takesText }: Endpoint,
  { documentId, query }: Parameters,
): Stored {
  const stored = documentId && documents.get(documentId);
  if (stored) return stored;
  if (documentId) throw new Refusal(422, 'UNKNOWN_DOCUMENT');
  if (query === undefined) throw new Refusal(422, 'NO_DOCUMENT');
  if (!takesText) throw new Refusal(403, 'STORED_ONLY');
  return { source: query };
}

/** @returns nothing where the client takes neither type */
function typeFor(accept = '*/*'): string | undefined {
  if (accept.includes(NEW_TYPE)) return NEW_TYPE;
  if (accept.includes(OLD_TYPE)) return OLD_TYPE;
  return accept.includes('*/*') ? NEW_TYPE : undefined;
}

function refusal(code: string, message = code): ExecutionResult {
  const extensions = { code };
  return { errors: [new GraphQLError(message, { extensions })] };
}

function answer(
  status: number,
  type: string,
  result: ExecutionResult,
  headers: Readonly<Record<string, string>> = {},
): HttpAnswer {
  const fixed = {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'private, no-store',
    vary: 'accept',
  };
  const body = JSON.stringify(result);
  return { status, headers: { ...fixed, ...headers }, body };
}

/** @throws {Refusal} 400, 405, 415 or 422, as the draft says */
function parametersOf(request: HttpRequest): Parameters {
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

import { GraphQLError } from 'graphql';
import type { ExecutionResult } from 'graphql';
import type { Documents, Stored } from './documents.ts';
import { parametersOf, Refusal } from './parameters.ts';
import type { HttpRequest, Parameters } from './parameters.ts';
import { pass, run } from './server.ts';
import type { Server } from './server.ts';
import type { Viewer } from './shop.ts';

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

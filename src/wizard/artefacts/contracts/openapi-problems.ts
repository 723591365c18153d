import type { Operation } from '../../model/system.ts';
import type { Json, JsonObject } from './json.ts';

/** One kind of refusal: what the caller is told, and what to do about it. */
interface Refusal {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly detail: string;
  /** Headers beside the problem, by the names of `components/headers`. */
  readonly headers?: readonly string[];
}

/** By status, in the order of the numbers. */
export const refusals = {
  400: {
    name: 'BadRequest',
    title: 'The request cannot be read',
    description: 'A parameter or the body does not have the form that this contract asks for.',
    detail: 'The parameter "size" has to be a number from 1 to 100.',
  },
  401: {
    name: 'Unauthorized',
    title: 'Nobody is signed in',
    description: 'The proof of who is calling is missing, wrong or no longer valid.',
    detail: 'Sign in again, or fetch a new token.',
    headers: ['WWW-Authenticate'],
  },
  403: {
    name: 'Forbidden',
    title: 'Not allowed',
    description: 'The caller is known and may not do this.',
    detail: 'Your role does not allow this.',
  },
  404: {
    name: 'NotFound',
    title: 'Not found',
    description: 'It does not exist, or the caller may not know that it does.',
    detail: 'There is nothing with this id.',
  },
  409: {
    name: 'Conflict',
    title: 'It clashes with what is there',
    description:
      'The present state does not allow it, or an equal request with the same key is still running.',
    detail: 'A request with this Idempotency-Key is still running; send it again in a moment.',
  },
  410: {
    name: 'Gone',
    title: 'No longer kept',
    description: 'It was there and is no longer kept.',
    detail: 'Events this old are no longer kept; read the present state and begin anew.',
  },
  412: {
    name: 'PreconditionFailed',
    title: 'Somebody was faster',
    description: 'The record has changed since it was read: its ETag is not the one in If-Match.',
    detail: 'Read the record again, look at what has changed and decide anew.',
  },
  422: {
    name: 'Unprocessable',
    title: 'A rule forbids it',
    description:
      'The form is right and the content is not, or the Idempotency-Key was used with another request.',
    detail: 'See "errors" for the fields.',
  },
  428: {
    name: 'PreconditionRequired',
    title: 'If-Match is missing',
    description: 'A change has to name the version that it was made from (RFC 6585).',
    detail: 'Send the ETag of the record as If-Match.',
  },
  429: {
    name: 'TooManyRequests',
    title: 'Too many requests',
    description: 'The limit is used up. Wait for as long as Retry-After says.',
    detail: 'Send the request again after the time in Retry-After.',
    headers: ['Retry-After', 'RateLimit', 'RateLimit-Policy'],
  },
  503: {
    name: 'Unavailable',
    title: 'Busy or down',
    description: 'Refused at once because all workers are busy, or something it needs is down.',
    detail: 'Send the request again after the time in Retry-After.',
    headers: ['Retry-After'],
  },
  504: {
    name: 'GatewayTimeout',
    title: 'It took too long',
    description:
      'The server gave up waiting. Whether the work was done is not known; ask before sending it again, or send it with the same Idempotency-Key.',
    detail: 'No answer came in time.',
  },
} as const satisfies Readonly<Record<number, Refusal>>;

export type RefusalStatus = keyof typeof refusals;

/** The responses that a list of statuses leads to, each named in the components. */
export function refusalResponses(statuses: readonly RefusalStatus[]): JsonObject {
  const named = statuses.map((status) => [
    String(status),
    { $ref: `#/components/responses/${refusals[status].name}` },
  ]);
  return {
    ...Object.fromEntries(named),
    default: { $ref: '#/components/responses/Unexpected' },
  };
}

/** Every refusal as a response with its problem (RFC 9457). */
export function problemResponses(origin: string, instance: string): JsonObject {
  const entries = Object.entries(refusals).map(([status, refusal]: [string, Refusal]) => {
    const { name, description, headers = [] } = refusal;
    const example = problem(origin, instance, Number(status), refusal);
    return [name, response(description, example, headers)] as const;
  });
  const unexpected = problem(origin, instance, 500, {
    name: 'Unexpected',
    title: 'Something went wrong',
    detail: 'It was written down under the trace id; nothing more is told outside.',
  });
  return {
    ...Object.fromEntries(entries),
    Unexpected: response('Anything else, as a problem too.', unexpected, []),
  };
}

function response(description: string, example: Json, headers: readonly string[]): JsonObject {
  return {
    description,
    ...(headers.length > 0 && {
      headers: Object.fromEntries(
        headers.map((name) => [name, { $ref: `#/components/headers/${name}` }]),
      ),
    }),
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: { typical: { value: example } },
      },
    },
  };
}

function problem(
  origin: string,
  instance: string,
  status: number,
  { name, title, detail }: Pick<Refusal, 'name' | 'title' | 'detail'>,
): JsonObject {
  const slug = name.replaceAll(/([a-z])([A-Z])/gu, '$1-$2').toLowerCase();
  return {
    type: `${origin}/problems/${slug}`,
    title,
    status,
    detail,
    instance,
    traceId: '0af7651916cd43dd8448eb211c80319c',
    ...(status === 422 && { errors: [{ pointer: '/', detail: 'What the rule says.' }] }),
  };
}

/** Problem details, with two members of our own (RFC 9457, section 3.2). */
export const problemSchema: JsonObject = {
  type: 'object',
  description: 'What went wrong, for programs and for people (RFC 9457).',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string', format: 'uri', description: 'The kind of problem; compare this.' },
    title: { type: 'string', description: 'The kind in words; the same for every occurrence.' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    detail: { type: 'string', description: 'This occurrence in words, and what to do.' },
    instance: { type: 'string', format: 'uri-reference' },
    traceId: { type: 'string', description: 'Under this id it stands in logs and traces.' },
    errors: {
      type: 'array',
      description: 'The values that are wrong.',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: {
          pointer: { type: 'string', description: 'A JSON Pointer (RFC 6901) into the body.' },
          detail: { type: 'string' },
        },
      },
    },
  },
};

/** The statuses that an operation can end with, beside its success. */
export function statusesOf(
  operation: Operation,
  about: {
    readonly isOpen: boolean;
    readonly isLimited: boolean;
    readonly hasBody: boolean;
    readonly needsMatch: boolean;
  },
): readonly RefusalStatus[] {
  const { path, kind, repeatable, method } = operation;
  const hasId = path.includes('{');
  const statuses: readonly (readonly [boolean, RefusalStatus])[] = [
    [about.hasBody || kind === 'list' || hasId || method !== 'GET', 400],
    [!about.isOpen, 401],
    [!about.isOpen, 403],
    [hasId, 404],
    [repeatable === 'key' || kind === 'act' || kind === 'create', 409],
    [about.needsMatch, 412],
    [about.hasBody || repeatable === 'key', 422],
    [about.needsMatch, 428],
    [about.isLimited, 429],
    [true, 503],
    [true, 504],
  ];
  return statuses.filter(([applies]) => applies).map(([, status]) => status);
}

import type { Operation, Resource } from '../../model/system.ts';
import { needsForgeryToken } from './openapi-security.ts';
import { isConditional } from './contract.ts';
import type { Contract } from './contract.ts';
import { exampleId, idSchema } from './field-schema.ts';
import type { JsonObject } from './json.ts';
import { spoken } from './names.ts';

/** The most entries of one page. */
export const largestPage = 100;

/** As many entries as a page has when nobody says how many. */
const usualPage = 20;

/** An example of the mark that a cursor is. */
export const exampleCursor = 'eyJhZnRlciI6IjAxSjlaIn0';

/** Every parameter that several operations share; those that none names are left out of the file. */
export function parameterComponents({ choices, date }: Contract): JsonObject {
  const key: JsonObject = {
    type: 'string',
    minLength: 3,
    maxLength: 255,
    pattern: String.raw`^"[\x21\x23-\x7e]+"$`,
  };
  return {
    IfMatch: header('If-Match', true, 'The ETag of the version that the change was made from.', {
      example: '"v7"',
    }),
    IfNoneMatch: header(
      'If-None-Match',
      false,
      'The ETag that the caller has already; if it still holds, the answer is 304.',
      { example: '"v7"' },
    ),
    IdempotencyKey: header(
      'Idempotency-Key',
      true,
      'Made once for each intention and sent again with every retry; the second answer is the first one again. Kept for 24 hours (IETF draft "Idempotency-Key", not a standard yet).',
      { schema: key, example: '"0a5f4c5e-8b4f-4f6c-9d3b-6f1e2b7c9a10"' },
    ),
    ForgeryToken: header(
      'X-CSRF-Token',
      true,
      'The token that the session was opened with: a page of another site cannot know it.',
      { example: 'rM0x5b2J8Qf1' },
    ),
    ApiVersion: header(
      'API-Version',
      choices.versioning === 'header',
      'The day of the version that the caller was written for.',
      { schema: { type: 'string', format: 'date' }, example: date },
    ),
    Page: query('page', 'The number of the page, from 1.', {
      type: 'integer',
      minimum: 1,
      maximum: 500,
      default: 1,
    }),
    Size: query('size', 'Entries of a page.', pageSize),
    Limit: query('limit', 'The most entries of a page.', pageSize),
    After: {
      ...query('after', 'The mark "next" of the page before; not to be taken apart.', {
        type: 'string',
        maxLength: 512,
      }),
      example: exampleCursor,
    },
  };
}

const pageSize: JsonObject = {
  type: 'integer',
  minimum: 1,
  maximum: largestPage,
  default: usualPage,
};

/** The parameters of an operation. */
export function parametersOf(
  operation: Operation,
  resource: Resource,
  contract: Contract,
  needsMatch: boolean,
): readonly JsonObject[] {
  const { kind, repeatable } = operation;
  const { choices, system } = contract;
  return [
    ...pathParameters(operation, resource),
    ...(kind === 'list' ? listParameters(resource, contract) : []),
    ...(isConditional(system, operation) ? [shared('IfNoneMatch')] : []),
    ...(needsMatch ? [shared('IfMatch')] : []),
    ...(repeatable === 'key' ? [shared('IdempotencyKey')] : []),
    ...(needsForgeryToken(operation, contract) ? [shared('ForgeryToken')] : []),
    ...(choices.versioning === 'header' ? [shared('ApiVersion')] : []),
  ];
}

/** The parameters of a list, page by page. */
export function pageParameters({ choices }: Contract): readonly JsonObject[] {
  return choices.pagination === 'offset'
    ? [shared('Page'), shared('Size')]
    : [shared('After'), shared('Limit')];
}

export function shared(name: string): JsonObject {
  return { $ref: `#/components/parameters/${name}` };
}

/** What stands in braces in the path. */
function pathParameters({ path }: Operation, resource: Resource): readonly JsonObject[] {
  const example = exampleId(resource);
  return [...path.matchAll(/\{([^}]+)\}/gu)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    description: `Which ${spoken(resource.singular)}.`,
    schema: idSchema(example),
    example,
  }));
}

function listParameters(resource: Resource, contract: Contract): readonly JsonObject[] {
  const filters = resource.fields
    .filter(({ type }) => type === 'state')
    .map(({ name, states = [] }) =>
      query(name, `Only those whose ${name} is this.`, { type: 'string', enum: states }),
    );
  return [...filters, ...pageParameters(contract)];
}

function query(name: string, description: string, schema: JsonObject): JsonObject {
  return { name, in: 'query', required: false, description, schema };
}

function header(
  name: string,
  required: boolean,
  description: string,
  more: JsonObject,
): JsonObject {
  return { name, in: 'header', required, description, schema: { type: 'string' }, ...more };
}

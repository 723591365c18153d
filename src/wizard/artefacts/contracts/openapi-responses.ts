import type { Operation, Resource } from '../../model/system.ts';
import { cacheControl, varyOf } from './cache-headers.ts';
import { capabilityOf, isConditional, isOpen, isUnkept } from './contract.ts';
import type { Contract } from './contract.ts';
import type { Json, JsonObject } from './json.ts';
import { lifeHeaderNames, pollAfterSeconds } from './openapi-headers.ts';
import { exampleId } from './field-schema.ts';
import { pageExample, recordExample, schemaName, workExample } from './openapi-schemas.ts';
import { schemesOf } from './openapi-security.ts';

/** What an operation answers when all goes well. */
export function successResponses(operation: Operation, contract: Contract): JsonObject {
  if (operation.later) return { '202': accepted(operation, contract) };
  const { resource } = capabilityOf(contract.system, operation);
  const name = schemaName(resource);
  const record = recordExample(resource);
  const path = operation.path.replace(/\/$/u, '');
  switch (operation.kind) {
    case 'list':
      return {
        '200': answer('One page.', operation, contract, {
          schema: `${name}Page`,
          example: pageExample(record, contract),
          headers: ['ETag', ...(contract.choices.pagination === 'cursor' ? ['Link'] : [])],
        }),
        ...notModified(operation, contract),
      };
    case 'read':
      return {
        '200': answer('The record.', operation, contract, {
          schema: name,
          example: record,
          headers: ['ETag'],
        }),
        ...notModified(operation, contract),
      };
    case 'create':
      return {
        '201': answer('Created.', operation, contract, {
          schema: name,
          example: record,
          headers: ['ETag', 'Location'],
          location: `${path}/${exampleId(resource)}`,
        }),
      };
    case 'update':
    case 'act':
      return {
        '200': answer('Done; the record as it is now.', operation, contract, {
          schema: name,
          example: record,
          headers: ['ETag'],
        }),
      };
    case 'remove':
      return {
        '204': {
          description: 'Removed, or it was not there any more.',
          headers: references(lifeHeaderNames(contract)),
        },
      };
    case 'status':
      return {
        '200': answer('How far it is; Retry-After says when to ask again.', operation, contract, {
          schema: 'WorkStatus',
          example: workExample(contract, `/${resource.plural}/${exampleId(resource)}`),
          headers: ['Retry-After'],
        }),
      };
  }
}

interface Body {
  readonly schema: string;
  readonly example: Json;
  readonly headers: readonly string[];
  readonly location?: string;
}

function answer(
  description: string,
  operation: Operation,
  contract: Contract,
  { schema, example, headers, location }: Body,
): JsonObject {
  const all = references([...headers, ...lifeHeaderNames(contract)]);
  return {
    description,
    headers: {
      ...all,
      ...(location !== undefined && { Location: locationHeader(location) }),
      ...keptHeaders(operation, contract),
    },
    content: {
      'application/json': {
        schema: { $ref: `#/components/schemas/${schema}` },
        examples: { typical: { value: example } },
      },
    },
  };
}

/** Not a reference, so that the example names the very place. */
function locationHeader(example: string): JsonObject {
  return {
    description: 'Where the result can be read.',
    schema: { type: 'string', format: 'uri-reference' },
    example,
  };
}

function accepted(operation: Operation, contract: Contract): JsonObject {
  const { resource } = capabilityOf(contract.system, operation);
  return {
    description: 'Taken; the work goes on behind the answer.',
    headers: {
      Location: locationHeader(statusPlace(operation, resource, contract)),
      'Retry-After': {
        description: 'Seconds to wait before asking how far it is.',
        schema: { type: 'integer', minimum: 1 },
        example: pollAfterSeconds,
      },
      ...references(lifeHeaderNames(contract)),
      ...keptHeaders(operation, contract),
    },
    content: {
      'application/json': {
        schema: { $ref: '#/components/schemas/WorkStatus' },
        examples: { typical: { value: workExample(contract) } },
      },
    },
  };
}

/** Where it can be asked how far the work is, as the example has it. */
function statusPlace(operation: Operation, resource: Resource, { api }: Contract): string {
  const places = api.operations.filter(({ kind }) => kind === 'status').map(({ path }) => path);
  const place = places.find((path) => path === operation.path) ?? places[0];
  if (place === undefined) {
    throw new Error(`Nothing says how far "${operation.id}" is.`);
  }
  return place.replaceAll(/\{[^}]+\}/gu, exampleId(resource));
}

function notModified(operation: Operation, contract: Contract): JsonObject {
  if (!isConditional(contract.system, operation)) return {};
  const headers = { ...references(['ETag']), ...keptHeaders(operation, contract) };
  return { '304': { description: 'The caller has the present version already.', headers } };
}

/** Cache-Control and Vary, which differ from operation to operation. */
function keptHeaders(operation: Operation, contract: Contract): JsonObject {
  const varies = [
    ...(isOpen(contract.system, operation) ? [] : proofHeaders(contract)),
    ...(contract.choices.versioning === 'header' ? ['API-Version'] : []),
  ];
  const control = cacheControl(operation, isUnkept(contract.system, operation));
  return {
    'Cache-Control': { schema: { type: 'string' }, example: control },
    ...(control !== 'no-store' && {
      Vary: { schema: { type: 'string' }, example: varyOf(operation, varies) },
    }),
  };
}

/** The headers that tell callers apart. */
function proofHeaders(contract: Contract): readonly string[] {
  const headers = schemesOf(contract).flatMap(({ scheme }) => {
    if (scheme === 'session') return ['Cookie'];
    if (scheme === 'api-key') return ['X-API-Key'];
    return scheme === 'mtls' || scheme === 'none' ? [] : ['Authorization'];
  });
  return [...new Set(headers)];
}

function references(names: readonly string[]): JsonObject {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

import type { Operation } from '../../model/system.ts';
import { capabilityOf, isOpen, originOf } from './contract.ts';
import type { Contract } from './contract.ts';
import type { JsonObject } from './json.ts';
import { onlyUsed } from './only-used.ts';
import { headerComponents, isLimited, limitInWords } from './openapi-headers.ts';
import { livePaths } from './openapi-live.ts';
import { operationObject } from './openapi-operation.ts';
import { parameterComponents } from './openapi-parameters.ts';
import { problemResponses } from './openapi-problems.ts';
import { schemaComponents } from './openapi-schemas.ts';
import { securitySchemes } from './openapi-security.ts';
import { webhooksOf } from './openapi-webhooks.ts';

/** The contract of a REST API as an OpenAPI 3.1 document. */
export function openApiDocument(contract: Contract): JsonObject {
  const { api, system } = contract;
  const paths = { ...ownPaths(contract), ...livePaths(contract) };
  const webhooks = webhooksOf(contract);
  const hasWebhooks = Object.keys(webhooks).length > 0;
  const body = { paths, ...(hasWebhooks && { webhooks }) };
  const schemes = securitySchemes(contract);
  const isGuarded = api.operations.some((operation) => !isOpen(system, operation));
  const [first] = api.operations;
  const components = {
    schemas: schemaComponents(contract),
    parameters: parameterComponents(contract),
    headers: headerComponents(contract),
    responses: problemResponses(originOf(contract), first?.path ?? '/'),
  };
  return {
    openapi: '3.1.1',
    info: {
      title: api.title,
      version: '1.0.0',
      summary: `${api.audience === 'public' ? 'What clients may call' : 'What other services may call'}.`,
      description: descriptionOf(contract),
      license: { name: 'All rights reserved', identifier: 'LicenseRef-Proprietary' },
    },
    servers: [{ url: `${originOf(contract)}${versionPath(contract)}` }],
    tags: tagsOf(contract),
    ...body,
    components: {
      ...onlyUsed(body, components),
      ...(isGuarded && Object.keys(schemes).length > 0 && { securitySchemes: schemes }),
    },
  };
}

function versionPath({ choices, api }: Contract): string {
  return choices.versioning === 'url-major' && api.audience === 'public' ? '/v1' : '';
}

function ownPaths(contract: Contract): JsonObject {
  const byPath = Map.groupBy(contract.api.operations, ({ path }) => path);
  return Object.fromEntries(
    [...byPath].map(([path, operations]) => [path, pathItem(operations, contract)]),
  );
}

function pathItem(operations: readonly Operation[], contract: Contract): JsonObject {
  return Object.fromEntries(
    operations.map((operation) => [
      operation.method.toLowerCase(),
      operationObject(operation, contract),
    ]),
  );
}

function tagsOf({ api, system }: Contract): readonly JsonObject[] {
  const found = new Map(
    api.operations.map((operation) => {
      const capability = capabilityOf(system, operation);
      return [capability.id, capability] as const;
    }),
  );
  return [...found.values()].map(({ name, owner }) => ({
    name,
    description: `${name}, owned by ${owner}.`,
  }));
}

/** What holds for all operations, so that it stands in one place. */
function descriptionOf(contract: Contract): string {
  const { system, choices } = contract;
  const lines = [
    'Resources over HTTPS. Errors are problem details (RFC 9457); compare "type", not the words.',
    versioningWords[choices.versioning],
    'Changes name the version that they were made from in If-Match; without it they are refused with 428.',
    ...(isLimited(contract) ? system.rateLimits.map(limitInWords) : []),
    ...(isLimited(contract) ? ['Beyond a limit the answer is 429 with Retry-After.'] : []),
    'When all workers are busy the answer is 503 with Retry-After, at once.',
  ];
  return lines.map((line) => `- ${line}`).join('\n');
}

const versioningWords = {
  additive:
    'Only optional fields and new operations are added: ignore what you do not know, and never fail on it.',
  'url-major':
    'The major version stands in the address. A version that comes to an end says so by Deprecation (RFC 9745) and Sunset (RFC 8594), at least a year ahead.',
  header:
    'Each request names in API-Version the day of the version that it was written for. A version that comes to an end says so by Deprecation (RFC 9745) and Sunset (RFC 8594), at least a year ahead.',
} as const;

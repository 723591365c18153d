import type { Operation, Policy, Resource } from '../../model/system.ts';
import { cacheInWords } from './cache-headers.ts';
import { capabilityOf, isOpen, isUnkept, policyOf } from './contract.ts';
import type { Contract } from './contract.ts';
import type { JsonObject } from './json.ts';
import { parametersOf } from './openapi-parameters.ts';
import { isLimited } from './openapi-headers.ts';
import { refusalResponses, statusesOf } from './openapi-problems.ts';
import { successResponses } from './openapi-responses.ts';
import { bodyExample, schemaName } from './openapi-schemas.ts';
import { securityOf } from './openapi-security.ts';
import { inputFields } from './field-schema.ts';

/** One operation of the contract. */
export function operationObject(operation: Operation, contract: Contract): JsonObject {
  const { system } = contract;
  const { resource, name } = capabilityOf(system, operation);
  const needsMatch = operation.kind === 'update' || operation.kind === 'remove';
  const parameters = parametersOf(operation, resource, contract, needsMatch);
  const body = bodyOf(operation, resource);
  const statuses = statusesOf(operation, {
    isOpen: isOpen(system, operation),
    isLimited: isLimited(contract),
    hasBody: body !== undefined,
    needsMatch,
  });
  return {
    operationId: operation.id,
    tags: [name],
    summary: operation.summary,
    description: descriptionOf(operation, contract),
    security: securityOf(operation, contract),
    ...(parameters.length > 0 && { parameters }),
    ...(body !== undefined && { requestBody: body }),
    responses: { ...successResponses(operation, contract), ...refusalResponses(statuses) },
    'x-policy': operation.policy,
    'x-timeout-ms': operation.timeoutMs,
    ...(operation.publishes.length > 0 && { 'x-publishes': operation.publishes }),
  };
}

/** The body of a request; nothing for what has none. */
function bodyOf(operation: Operation, resource: Resource): JsonObject | undefined {
  const { kind, method } = operation;
  if ((kind !== 'create' && kind !== 'update') || inputFields(resource).length === 0) return;
  const merge = method === 'PATCH';
  const name = schemaName(resource);
  return {
    required: true,
    content: {
      [merge ? 'application/merge-patch+json' : 'application/json']: {
        schema: { $ref: `#/components/schemas/${merge ? `${name}Change` : `New${name}`}` },
        examples: {
          typical: {
            value: bodyExample(resource, merge ? operation : { ...operation, kind: 'create' }),
          },
        },
      },
    },
  };
}

const conditions: Readonly<Record<Policy['condition'], string>> = {
  none: '',
  owner: ', for what belongs to the caller',
  'same-tenant': ', for the caller’s own tenant',
  attribute: ', where attributes of the record allow it',
  relationship: ', where the caller stands in a relationship to the record',
};

const repeats: Readonly<Record<Operation['repeatable'], string>> = {
  safe: 'It changes nothing, so it may be sent again.',
  natural: 'Sent twice, it has the effect of once, so it may be sent again.',
  key: 'It may be sent again with the same Idempotency-Key.',
  no: 'Do not send it again on your own: it would be done twice.',
};

function descriptionOf(operation: Operation, { system }: Contract): string {
  const { role, condition } = policyOf(system, operation);
  const { repeatable, timeoutMs, later, cache } = operation;
  const who =
    role === 'anybody' ? 'Open to anybody.' : `For the role ${role}${conditions[condition]}.`;
  const time = later
    ? `It is answered with 202 within ${timeoutMs} ms, and the work goes on.`
    : `The server gives up after ${timeoutMs} ms.`;
  const kept = cache === undefined || isUnkept(system, operation) ? [] : [cacheInWords(cache)];
  return [who, repeats[repeatable], time, ...kept].join(' ');
}

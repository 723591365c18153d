import type { Operation, Resource } from '../../model/system.ts';
import { inputFields } from '../contracts/field-schema.ts';
import type { JsonObject } from '../contracts/json.ts';
import { bodyExample } from '../contracts/openapi-schemas.ts';

/** What an operation is sent, as its contract has it; undefined where it is sent nothing. */
export function requestBody(operation: Operation, resource: Resource): JsonObject | undefined {
  const isWrite = operation.kind === 'create' || operation.kind === 'update';
  return isWrite && inputFields(resource).length > 0 ? bodyExample(resource, operation) : undefined;
}

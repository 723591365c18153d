import type { Field, Resource } from '../../model/system.ts';
import type { Json, JsonObject } from './json.ts';

/** The most characters of a text that a request may carry. */
export const longestText = 500;

/** The schema of one value: JSON Schema 2020-12, and at the same time draft 7. */
export function fieldSchema(field: Field): JsonObject {
  return { ...typeOf(field), ...(field.sensitive && { 'x-sensitive': true }) };
}

function typeOf({ type, states = [], example }: Field): JsonObject {
  switch (type) {
    case 'id':
      return idSchema(String(example));
    case 'text':
      return { type: 'string', maxLength: longestText };
    case 'integer':
      return { type: 'integer' };
    case 'money':
      return typeof example === 'number'
        ? { type: 'integer', description: 'In the smallest unit of the currency, as in cents.' }
        : {
            type: 'string',
            pattern: String.raw`^-?\d{1,15}(\.\d{1,4})?$`,
            description: 'A decimal number as text, so that nothing is rounded.',
          };
    case 'date-time':
      return { type: 'string', format: 'date-time' };
    case 'boolean':
      return { type: 'boolean' };
    case 'state':
      return { type: 'string', enum: states };
  }
}

/** The schema of ids that look like this one. */
export function idSchema(example: string): JsonObject {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(example)
    ? { type: 'string', format: 'uuid' }
    : { type: 'string', minLength: 1, maxLength: 64 };
}

/** The id of the record that examples show. */
export function exampleId({ fields }: Resource): string {
  return String(fields.find(({ name }) => name === 'id')?.example ?? 'a1b2c3');
}

/** The schema of an object with these fields. */
export function objectSchema(description: string, fields: readonly Field[]): JsonObject {
  const required = fields.filter((field) => field.required).map(({ name }) => name);
  return {
    type: 'object',
    description,
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field)])),
  };
}

/** An object with the example of each field. */
export function exampleOf(fields: readonly Field[]): Record<string, Json> {
  return Object.fromEntries(fields.map(({ name, example }) => [name, example]));
}

/** What a caller sends to create a record; the rest is set by the server. */
export function inputFields({ fields }: Resource): readonly Field[] {
  return fields.filter(
    ({ name, type }) =>
      name !== 'id' &&
      name !== 'tenantId' &&
      type !== 'state' &&
      !(type === 'date-time' && name.endsWith('edAt')),
  );
}

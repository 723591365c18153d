import type { Field, Operation, Resource } from '../../model/system.ts';
import { capabilityOf } from './contract.ts';
import type { Contract } from './contract.ts';
import { exampleOf, inputFields, objectSchema } from './field-schema.ts';
import type { Json, JsonObject } from './json.ts';
import { pascal, spoken } from './names.ts';
import { exampleCursor } from './openapi-parameters.ts';
import { problemSchema } from './openapi-problems.ts';

/** Names that schemas have which belong to no resource. */
const ownNames = ['Problem', 'WorkStatus', 'Event'];

/** The name of a resource's schema: "OrderLine". */
export function schemaName({ singular }: Resource): string {
  const name = pascal(singular);
  return ownNames.includes(name) ? `${name}Record` : name;
}

/** Every schema; those that nothing names are left out of the file. */
export function schemaComponents(contract: Contract): JsonObject {
  const { api, system } = contract;
  const resources = new Map(
    api.operations.map((operation) => {
      const { resource } = capabilityOf(system, operation);
      return [schemaName(resource), resource] as const;
    }),
  );
  return {
    ...Object.fromEntries([...resources].flatMap((entry) => schemasOf(...entry, contract))),
    WorkStatus: workStatusSchema,
    Problem: problemSchema,
  };
}

function schemasOf(
  name: string,
  resource: Resource,
  contract: Contract,
): readonly (readonly [string, JsonObject])[] {
  const what = spoken(resource.singular);
  const input = inputFields(resource);
  return [
    [name, objectSchema(`One ${what}.`, resource.fields)],
    [
      `New${name}`,
      {
        ...objectSchema(`What is asked for to create one ${what}.`, input),
        additionalProperties: false,
      },
    ],
    [
      `${name}Change`,
      {
        ...objectSchema(
          `What changes in one ${what}; a field that is left out stays (RFC 7396).`,
          input.map((field) => ({ ...field, required: false })),
        ),
        additionalProperties: false,
        ...(input.length > 0 && { minProperties: 1 }),
      },
    ],
    [`${name}Page`, pageSchema(name, resource, contract)],
  ];
}

function pageSchema(name: string, { plural }: Resource, { choices }: Contract): JsonObject {
  const items: JsonObject = { type: 'array', items: { $ref: `#/components/schemas/${name}` } };
  const count: JsonObject = { type: 'integer', minimum: 0 };
  return choices.pagination === 'offset'
    ? {
        type: 'object',
        description: `One page of the ${spoken(plural)}.`,
        required: ['items', 'page', 'size', 'total'],
        properties: { items, page: count, size: count, total: count },
      }
    : {
        type: 'object',
        description: `One page of the ${spoken(plural)}, in a fixed order.`,
        required: ['items', 'next'],
        properties: {
          items,
          next: {
            type: ['string', 'null'],
            description: 'The mark for "after" of the next page; null on the last one.',
          },
        },
      };
}

/** One page with one entry. */
export function pageExample(entry: Json, { choices }: Contract): JsonObject {
  return choices.pagination === 'offset'
    ? { items: [entry], page: 1, size: 20, total: 1 }
    : { items: [entry], next: exampleCursor };
}

const workStatusSchema: JsonObject = {
  type: 'object',
  description: 'How far a piece of work is that was answered with 202.',
  required: ['id', 'state', 'createdAt'],
  properties: {
    id: { type: 'string' },
    state: { type: 'string', enum: ['waiting', 'running', 'succeeded', 'failed'] },
    percent: { type: 'integer', minimum: 0, maximum: 100 },
    createdAt: { type: 'string', format: 'date-time' },
    result: {
      type: 'string',
      format: 'uri-reference',
      description: 'Where the result is; present when the state is "succeeded".',
    },
    problem: { $ref: '#/components/schemas/Problem' },
  },
};

/** A piece of work as it is at first, or when it is done. */
export function workExample({ date }: Contract, result?: string): JsonObject {
  const started = { id: 'work-7f3a9c', createdAt: `${date}T09:30:00Z` };
  return result === undefined
    ? { ...started, state: 'waiting', percent: 0 }
    : { ...started, state: 'succeeded', percent: 100, result };
}

/** The example of a record. */
export function recordExample({ fields }: Resource): JsonObject {
  return exampleOf(fields);
}

/** The body that creates a record, or the one that changes it. */
export function bodyExample(resource: Resource, operation: Operation): JsonObject {
  const input = inputFields(resource);
  const own = input.find(({ type }) => type !== 'id') ?? input[0];
  const changes: readonly Field[] = own === undefined ? [] : [own];
  return exampleOf(operation.kind === 'update' ? changes : input);
}

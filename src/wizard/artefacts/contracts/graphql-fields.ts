import type { Field, Operation, Resource } from '../../model/system.ts';
import { exampleId, exampleOf, inputFields } from './field-schema.ts';
import { graphqlType, scalarOf } from './graphql-types.ts';
import type { Json, JsonObject } from './json.ts';
import { camel, constant, pascal } from './names.ts';
import { exampleCursor } from './openapi-parameters.ts';

/** One operation as a field of the query or mutation type, with an example of its use. */
export interface RootField {
  readonly root: 'Query' | 'Mutation';
  readonly name: string;
  readonly operation: Operation;
  /** As in "first: Int! = 20". */
  readonly args: readonly string[];
  readonly type: string;
  /** Directives beside the policy's. */
  readonly directives: string;
  /** The input and payload types that only it needs. */
  readonly ownTypes: readonly string[];
  readonly example: {
    /** As in "$first: Int!". */
    readonly variables: readonly string[];
    readonly call: string;
    readonly selection: string;
    readonly values: JsonObject;
    readonly answer: Json;
  };
}

/** The version of a record, as examples have it: what an ETag is in HTTP. */
const exampleVersion = 'v7';

/** What a mutation is called with the second time, so that it is done once. */
const exampleClientId = '0a5f4c5e-8b4f-4f6c-9d3b-6f1e2b7c9a10';

/** An operation as a root field. */
export function rootFieldOf(operation: Operation, resource: Resource): RootField {
  switch (operation.kind) {
    case 'list':
      return listField(operation, resource);
    case 'read':
      return readField(operation, resource);
    case 'status':
      return statusField(operation, resource);
    case 'create':
    case 'update':
    case 'remove':
    case 'act':
      return mutationField(operation, resource);
  }
}

/** The fields of a record that a selection asks for. */
function selectionOf({ fields }: Resource): string {
  return ['version', ...fields.map(({ name }) => name)].join(' ');
}

/** A record as an answer has it. */
export function recordAnswer({ fields }: Resource): JsonObject {
  return { version: exampleVersion, ...answerOf(fields) };
}

function answerOf(fields: readonly Field[]): JsonObject {
  const states = fields.filter(({ type }) => type === 'state');
  return {
    ...exampleOf(fields),
    ...Object.fromEntries(states.map(({ name, example }) => [name, constant(String(example))])),
  };
}

function listField(operation: Operation, resource: Resource): RootField {
  const type = graphqlType(resource);
  const states = resource.fields.filter((field) => field.type === 'state');
  const node = recordAnswer(resource);
  return {
    root: 'Query',
    name: camel(resource.plural),
    operation,
    args: [
      'first: Int! = 20',
      'after: String',
      ...states.map(({ name }) => `${name}: ${type}${pascal(name)}`),
    ],
    type: `${type}Connection!`,
    directives: '@cost(weight: "2") @listSize(slicingArguments: ["first"], sizedFields: ["edges"])',
    ownTypes: [],
    example: {
      variables: ['$first: Int!'],
      call: '(first: $first)',
      selection: `{ edges { cursor node { ${selectionOf(resource)} } } pageInfo { endCursor hasNextPage } }`,
      values: { first: 20 },
      answer: {
        edges: [{ cursor: exampleCursor, node }],
        pageInfo: { endCursor: exampleCursor, hasNextPage: false },
      },
    },
  };
}

function readField(operation: Operation, resource: Resource): RootField {
  return {
    root: 'Query',
    name: camel(resource.singular),
    operation,
    args: ['id: ID!'],
    type: graphqlType(resource),
    directives: '@cost(weight: "1")',
    ownTypes: [],
    example: {
      variables: ['$id: ID!'],
      call: '(id: $id)',
      selection: `{ ${selectionOf(resource)} }`,
      values: { id: exampleId(resource) },
      answer: recordAnswer(resource),
    },
  };
}

function statusField(operation: Operation, resource: Resource): RootField {
  return {
    root: 'Query',
    name: camel(operation.id),
    operation,
    args: ['id: ID!'],
    type: 'Work',
    directives: '@cost(weight: "1")',
    ownTypes: [],
    example: {
      variables: ['$id: ID!'],
      call: '(id: $id)',
      selection: '{ id state percent }',
      values: { id: exampleId(resource) },
      answer: { id: exampleId(resource), state: 'RUNNING', percent: 40 },
    },
  };
}

function mutationField(operation: Operation, resource: Resource): RootField {
  const name = camel(operation.id);
  const base = pascal(operation.id);
  const inputs = inputsOf(operation, resource);
  const result = resultOf(operation, resource);
  const fields = [...inputs].map(([field, { type }]) => `  ${field}: ${type}`);
  const values = Object.fromEntries([...inputs].map(([field, { value }]) => [field, value]));
  return {
    root: 'Mutation',
    name,
    operation,
    args: [`input: ${base}Input!`],
    type: `${base}Payload!`,
    directives: '@cost(weight: "10")',
    ownTypes: [
      [`input ${base}Input {`, ...fields, '}'].join('\n'),
      [
        `type ${base}Payload {`,
        `  ${result.name}: ${result.type}`,
        '  "What was wrong; empty when it was done."',
        '  problems: [Problem!]!',
        '}',
      ].join('\n'),
    ],
    example: {
      variables: [`$input: ${base}Input!`],
      call: '(input: $input)',
      selection: `{ ${result.name}${result.selection} problems { type title } }`,
      values: { input: values },
      answer: { [result.name]: result.answer, problems: [] },
    },
  };
}

interface Input {
  readonly type: string;
  readonly value: Json;
}

/** What a mutation takes, by name: the caller's own id first, where a repetition must do nothing. */
function inputsOf(operation: Operation, resource: Resource): ReadonlyMap<string, Input> {
  const { kind, repeatable } = operation;
  const inputs = new Map<string, Input>();
  if (repeatable === 'key') inputs.set('clientMutationId', { type: 'ID!', value: exampleClientId });
  if (kind !== 'create') inputs.set('id', { type: 'ID!', value: exampleId(resource) });
  if (kind === 'update' || kind === 'remove') {
    inputs.set('version', { type: 'String!', value: exampleVersion });
  }
  if (kind === 'create' || kind === 'update') {
    for (const field of inputFields(resource)) {
      const required = field.required && (kind === 'create' || operation.method === 'PUT');
      const type = `${scalarOf(field, resource)}${required ? '!' : ''}`;
      inputs.set(field.name, { type, value: field.example });
    }
  }
  // An input type needs a field.
  if (inputs.size === 0) inputs.set('clientMutationId', { type: 'ID', value: exampleClientId });
  return inputs;
}

function resultOf(
  operation: Operation,
  resource: Resource,
): {
  readonly name: string;
  readonly type: string;
  readonly selection: string;
  readonly answer: Json;
} {
  if (operation.later) {
    const answer = { id: exampleId(resource), state: 'WAITING' };
    return { name: 'work', type: 'Work', selection: ' { id state }', answer };
  }
  return operation.kind === 'remove'
    ? { name: 'id', type: 'ID', selection: '', answer: exampleId(resource) }
    : {
        name: camel(resource.singular),
        type: graphqlType(resource),
        selection: ` { ${selectionOf(resource)} }`,
        answer: recordAnswer(resource),
      };
}

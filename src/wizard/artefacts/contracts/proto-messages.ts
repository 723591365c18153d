import type { Field, Resource } from '../../model/system.ts';
import { inputFields } from './field-schema.ts';
import type { JsonObject } from './json.ts';
import { camel, constant, pascal, snake, spoken } from './names.ts';

/** One line of a message: `string id = 1;`. */
export interface ProtoField {
  readonly name: string;
  readonly type: string;
}

/** A message with its fields numbered in their order. */
export function protoMessage(
  name: string,
  fields: readonly ProtoField[],
  comment?: string,
): string {
  const lines = fields.map(({ name: field, type }, index) => `  ${type} ${field} = ${index + 1};`);
  return [
    ...(comment === undefined ? [] : [`// ${comment}`]),
    ...(lines.length === 0 ? [`message ${name} {}`] : [`message ${name} {`, ...lines, '}']),
  ].join('\n');
}

/** The name of a resource's message: "OrderLine". */
export function protoName({ singular }: Pick<Resource, 'singular'>): string {
  const name = pascal(singular);
  return name === 'Work' ? 'WorkRecord' : name;
}

/** What a resource is made of: the record, what a caller sends, and the enumerations of its states. */
export function resourceMessages(resource: Resource): readonly string[] {
  const name = protoName(resource);
  const said = spoken(resource.singular);
  const field = (each: Field): ProtoField => protoField(each, name);
  return [
    protoMessage(
      name,
      [...resource.fields.map(field), { name: 'etag', type: 'string' }],
      `One ${said}; etag names its version.`,
    ),
    protoMessage(
      `${name}Input`,
      inputFields(resource).map(field),
      `What a caller says of one ${said}.`,
    ),
    ...resource.fields.filter(({ type }) => type === 'state').map((each) => enumOf(each, name)),
  ];
}

/** A field as a line of a message. */
export function protoField({ name, type, required }: Field, owner: string): ProtoField {
  const plain = protoType(type, `${owner}${pascal(name)}`);
  const isMessage = type === 'date-time';
  return { name: snake(name), type: required || isMessage ? plain : `optional ${plain}` };
}

function protoType(type: Field['type'], enumName: string): string {
  switch (type) {
    case 'id':
    case 'text':
    // A decimal number as text, so that nothing is rounded.
    case 'money':
      return 'string';
    case 'integer':
      return 'int32';
    case 'date-time':
      return 'google.protobuf.Timestamp';
    case 'boolean':
      return 'bool';
    case 'state':
      return enumName;
  }
}

function enumOf({ name, states = [] }: Field, owner: string): string {
  const type = `${owner}${pascal(name)}`;
  const prefix = constant(type);
  return [
    `enum ${type} {`,
    `  ${prefix}_UNSPECIFIED = 0;`,
    ...states.map((each, index) => `  ${prefix}_${constant(each)} = ${index + 1};`),
    '}',
  ].join('\n');
}

/** Fields with their examples, in the JSON form of protocol buffers. */
export function protoExample(fields: readonly Field[], owner: string): JsonObject {
  return Object.fromEntries(
    fields.map(({ name, type, example }) => [
      camel(name),
      type === 'state'
        ? `${constant(`${owner}${pascal(name)}`)}_${constant(String(example))}`
        : example,
    ]),
  );
}

import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { Json, JsonObject } from '../../../src/wizard/artefacts/contracts/json.ts';

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);

/** For each schema, as text: its validator, and what it said of each value. */
const known = new Map<string, { readonly validate: ValidateFunction; said: Map<string, string> }>();

/** What is wrong with a value; empty when its schema allows it. Equal questions are asked once. */
export function wrongWith(schema: Json, value: Json): string {
  const key = JSON.stringify(schema);
  const { validate, said } = known.get(key) ?? {
    validate: ajv.compile(schema as object),
    said: new Map<string, string>(),
  };
  known.set(key, { validate, said });
  const question = JSON.stringify(value);
  const text =
    said.get(question) ??
    (validate(value) ? '' : `${ajv.errorsText(validate.errors)}: ${question}`);
  said.set(question, text);
  return text;
}

/** A schema together with an example that stands beside it. */
export interface Example {
  readonly place: string;
  readonly schema: Json;
  readonly value: Json;
}

/** Every example of an OpenAPI document, with its schema. */
export function examplesIn(document: JsonObject): readonly Example[] {
  return collect(document, '#', document);
}

function collect(node: Json, place: string, document: JsonObject): readonly Example[] {
  if (typeof node !== 'object' || node === null) return [];
  const entries = Object.entries(node as JsonObject);
  const deeper = entries.flatMap(([name, entry]) =>
    entry === undefined || name === 'schema' ? [] : collect(entry, `${place}/${name}`, document),
  );
  const { schema, example, examples } = node as JsonObject;
  if (schema === undefined) return deeper;
  const whole = resolved(schema, document);
  const named = Object.entries((examples ?? {}) as JsonObject).map(([name, each]) => ({
    place: `${place}/examples/${name}`,
    schema: whole,
    value: (each as JsonObject)['value'] ?? null,
  }));
  return [
    ...deeper,
    ...named,
    ...(example === undefined ? [] : [{ place, schema: whole, value: example }]),
  ];
}

/** A schema with what it refers to in its place; none of ours refers to itself. */
export function resolved(schema: Json, document: JsonObject): Json {
  if (typeof schema !== 'object' || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map((each: Json) => resolved(each, document));
  const { $ref } = schema as JsonObject;
  if (typeof $ref === 'string') return resolved(at(document, $ref), document);
  return Object.fromEntries(
    Object.entries(schema as JsonObject).map(([name, each]) => [
      name,
      resolved(each ?? null, document),
    ]),
  );
}

function at(document: JsonObject, pointer: string): Json {
  return pointer
    .split('/')
    .slice(1)
    .reduce<Json>((node, name) => (node as JsonObject)[name] ?? null, document);
}

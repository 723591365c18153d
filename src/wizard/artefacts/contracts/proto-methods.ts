import type { Operation, Resource } from '../../model/system.ts';
import { exampleId, inputFields } from './field-schema.ts';
import type { JsonObject } from './json.ts';
import { camel, pascal, snake } from './names.ts';
import { exampleCursor } from './openapi-parameters.ts';
import { protoExample, protoMessage, protoName } from './proto-messages.ts';
import type { ProtoField } from './proto-messages.ts';

/** One operation as a method, with its two messages and an example of both. */
export interface ProtoMethod {
  readonly name: string;
  readonly text: string;
  readonly messages: readonly string[];
  readonly request: JsonObject;
  readonly response: JsonObject;
  /** Whether it tells how far work is that goes on behind the answer. */
  readonly hasWork: boolean;
}

type Side = readonly (readonly [field: ProtoField, example: JsonObject[string]])[];

const exampleEtag = 'v7';
const exampleRequestId = '0a5f4c5e-8b4f-4f6c-9d3b-6f1e2b7c9a10';

/** An operation as a method of a service. */
export function protoMethod(operation: Operation, resource: Resource): ProtoMethod {
  const name = pascal(operation.id);
  const request = requestOf(operation, resource);
  const response = responseOf(operation, resource);
  return {
    name,
    text: methodText(name, operation),
    messages: [
      protoMessage(
        `${name}Request`,
        request.map(([field]) => field),
      ),
      protoMessage(
        `${name}Response`,
        response.map(([field]) => field),
      ),
    ],
    request: valueOf(request),
    response: valueOf(response),
    hasWork: response.some(([{ type }]) => type === 'Work'),
  };
}

function methodText(name: string, { summary, timeoutMs, policy, repeatable }: Operation): string {
  const level = {
    safe: 'NO_SIDE_EFFECTS',
    natural: 'IDEMPOTENT',
    key: 'IDEMPOTENT',
    no: undefined,
  }[repeatable];
  const head = `  rpc ${name}(${name}Request) returns (${name}Response)`;
  return [
    `  // ${summary}. Policy: ${policy}. Callers set a deadline of at most ${timeoutMs} ms.`,
    ...(level === undefined
      ? [`${head};`]
      : [`${head} {`, `    option idempotency_level = ${level};`, '  }']),
  ].join('\n');
}

function requestOf(operation: Operation, resource: Resource): Side {
  const { kind, repeatable } = operation;
  const type = protoName(resource);
  const id: Side = [[text('id'), exampleId(resource)]];
  const etag: Side = [[text('etag'), exampleEtag]];
  const key: Side = repeatable === 'key' ? [[text('request_id'), exampleRequestId]] : [];
  const input: Side = [
    [
      { name: snake(resource.singular), type: `${type}Input` },
      protoExample(inputFields(resource), type),
    ],
  ];
  switch (kind) {
    case 'list':
      return [
        [{ name: 'page_size', type: 'int32' }, 20],
        [text('page_token'), exampleCursor],
        ...resource.fields
          .filter((field) => field.type === 'state')
          .map(
            ({ name }) =>
              [{ name: snake(name), type: `${type}${pascal(name)}` }, undefined] as const,
          ),
      ];
    case 'read':
    case 'status':
      return id;
    case 'create':
      return [...key, ...input];
    case 'update':
      return [...id, ...etag, ...input];
    case 'remove':
      return [...id, ...etag];
    case 'act':
      return [...key, ...id];
  }
}

function responseOf({ kind, later }: Operation, resource: Resource): Side {
  const type = protoName(resource);
  const record = { ...protoExample(resource.fields, type), etag: exampleEtag };
  const work: Side = [
    [
      { name: 'work', type: 'Work' },
      { id: exampleId(resource), state: 'WORK_STATE_WAITING' },
    ],
  ];
  if (later || kind === 'status') return work;
  switch (kind) {
    case 'remove':
      return [];
    case 'list':
      return [
        [{ name: snake(resource.plural), type: `repeated ${type}` }, [record]],
        [text('next_page_token'), exampleCursor],
      ];
    case 'read':
    case 'create':
    case 'update':
    case 'act':
      return [[{ name: snake(resource.singular), type }, record]];
  }
}

function text(name: string): ProtoField {
  return { name, type: 'string' };
}

function valueOf(side: Side): JsonObject {
  const known = side.filter(([, example]) => example !== undefined);
  return Object.fromEntries(known.map(([{ name }, example]) => [camel(name), example]));
}

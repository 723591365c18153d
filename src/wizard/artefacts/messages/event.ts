import type { Architecture } from '../../model/architecture.ts';
import type { Behavior, Capability, Field, Message } from '../../model/system.ts';
import { slugOf } from '../contracts/contract.ts';
import { exampleOf, objectSchema } from '../contracts/field-schema.ts';
import type { Json, JsonObject } from '../contracts/json.ts';
import { spoken } from '../contracts/names.ts';

/** The fields that travel: nothing sensitive leaves the system in a message. */
export function toldFields({ fields }: Message): readonly Field[] {
  return fields.filter(({ sensitive }) => !sensitive);
}

/** The schema of what a message says: of the attribute "data". */
export function dataSchema(message: Message): JsonObject {
  return objectSchema(`What "${message.name}" says.`, toldFields(message));
}

/** Where the schema of a message is kept: its attribute "dataschema". */
export function schemaAddress(message: Message, system: Architecture): string {
  return `https://schemas.${slugOf(system)}.example/${message.id}/${versionOf(message)}.json`;
}

/** As in "v1", the last part of the type. */
export function versionOf({ type }: Message): string {
  return /\.(v\d+)$/u.exec(type)?.[1] ?? 'v1';
}

/** The value that keeps the order, as the example has it. */
export function exampleKey(message: Message): string | undefined {
  const field = toldFields(message).find(({ name }) => name === message.key);
  return field === undefined ? undefined : String(field.example);
}

/** A message as it travels: CloudEvents 1.0 in the JSON format, with the partitioning and tracing extensions. */
export function sampleEvent(message: Message, system: Architecture, date: string): JsonObject {
  const key = exampleKey(message);
  return {
    specversion: '1.0',
    id: `${message.id}-0001`,
    source: `urn:${slugOf(system)}:${message.from}`,
    type: message.type,
    ...(key !== undefined && { subject: key, partitionkey: key }),
    time: `${date}T09:30:00Z`,
    datacontenttype: 'application/json',
    dataschema: schemaAddress(message, system),
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    data: exampleOf(toldFields(message)),
  };
}

/** The schema of a message with its envelope. */
export function eventSchema(message: Message, data: Json): JsonObject {
  const text: JsonObject = { type: 'string', minLength: 1 };
  const keyed = message.key !== undefined;
  return {
    type: 'object',
    description: `"${message.name}" in its envelope (CloudEvents 1.0).`,
    required: [
      'specversion',
      'id',
      'source',
      'type',
      'time',
      ...(keyed ? ['partitionkey'] : []),
      'data',
    ],
    properties: {
      specversion: { type: 'string', const: '1.0' },
      id: { ...text, description: 'The same for every delivery: receivers skip what they know.' },
      source: { type: 'string', format: 'uri-reference' },
      type: { type: 'string', const: message.type },
      subject: text,
      time: { type: 'string', format: 'date-time' },
      datacontenttype: { type: 'string', const: 'application/json' },
      dataschema: { type: 'string', format: 'uri' },
      partitionkey: { ...text, description: 'What has the same key stays in order.' },
      traceparent: { ...text, description: 'The trace that it belongs to (W3C Trace Context).' },
      data,
    },
  };
}

/**
 * What others outside may hear of: what public operations lead to; else every message; else, where
 * nothing is sent inside, that a record has changed.
 */
export function newsOf({ apis, messages, capabilities }: Behavior): readonly Message[] {
  const led = new Set(
    apis
      .filter(({ audience }) => audience === 'public')
      .flatMap(({ operations }) => operations.flatMap(({ publishes }) => publishes)),
  );
  const told = messages.filter(({ id }) => led.has(id));
  if (told.length > 0) return told;
  return messages.length > 0 ? messages : capabilities.map(changed);
}

/** Deliveries of a notice that nothing inside sends (our convention). */
const noticeAttempts = 5;

function changed({ id, resource }: Capability): Message {
  const name = `${resource.singular}-changed`;
  const telling = new Set(['id', 'state', 'updatedAt']);
  return {
    id: name,
    name: spoken(name),
    type: `com.example.${id}.${name}.v1`,
    channel: '',
    from: id,
    to: [],
    key: 'id',
    fields: resource.fields.filter((field) => telling.has(field.name)),
    perSecond: 0,
    attempts: noticeAttempts,
  };
}

import type { Field, Resource } from '../../model/system.ts';

/** A value of a record as JSON has it. */
export type JsonRecord = Readonly<Record<string, string | number | boolean>>;

/** What a caller sends to make or change a record: what the server itself sets is left out. */
export function writtenBody({ fields }: Resource): JsonRecord {
  return bodyOf(fields.filter(isWritten));
}

/** A record as an answer shows it. */
export function readBody({ fields }: Resource): JsonRecord {
  return bodyOf(fields);
}

/** Ids, states and times are set by the server. */
export function isWritten({ type, required }: Field): boolean {
  return required && type !== 'id' && type !== 'state' && type !== 'date-time';
}

function bodyOf(fields: readonly Field[]): JsonRecord {
  return Object.fromEntries(fields.map(({ name, example }) => [name, example]));
}

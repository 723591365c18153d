/** An object of unknown origin. */
export type UntrustedRecord = Readonly<Record<string, unknown>>;

/** Whether something is an object with names, rather than a list or nothing. */
export function isRecord(value: unknown): value is UntrustedRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a record itself holds under a name; what it inherits does not count. */
export function ownEntry(record: UntrustedRecord, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

import type { Architecture, Connection } from '../../model/architecture.ts';
import { partNames } from '../../artefacts/part-names.ts';

/** One line of the drawing in words. */
export interface ConnectionModel {
  readonly from: string;
  readonly to: string;
  readonly how: string;
}

/** The drawing's connections as sentences, for whoever cannot or does not want to see it. */
export function connectionList(architecture: Architecture): readonly ConnectionModel[] {
  const names = partNames(architecture);
  return architecture.connections.map((connection) => ({
    from: names.get(connection.from) ?? connection.from,
    to: names.get(connection.to) ?? connection.to,
    how: howInWords(connection),
  }));
}

function howInWords(connection: Connection): string {
  if (connection.kind === 'async') {
    return `${connection.label}, later; twice is harmless: ${connection.duplicates}`;
  }
  const attempts = connection.attempts === 1 ? 'no retry' : `${connection.attempts} attempts`;
  const guards = [
    `timeout ${connection.timeoutMs} ms`,
    attempts,
    ...(connection.breaker ? ['breaker'] : []),
    ...(connection.bulkhead ? ['bulkhead'] : []),
  ];
  return `${connection.label}, waits; ${guards.join(', ')}`;
}

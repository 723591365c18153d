import type { Architecture, Connection } from '../../model/architecture.ts';

/** One line of the drawing in words. */
export interface ConnectionModel {
  readonly from: string;
  readonly to: string;
  readonly how: string;
}

/** The drawing's connections as sentences, for whoever cannot or does not want to see it. */
export function connectionList(architecture: Architecture): readonly ConnectionModel[] {
  const { actors, edge, deployables, stores, channels, dependencies } = architecture;
  const parts = [...actors, edge, ...deployables, ...stores, ...channels, ...dependencies];
  const labels = new Map(parts.map(({ id, label }) => [id, label]));
  return architecture.connections.map((connection) => ({
    from: labels.get(connection.from) ?? connection.from,
    to: labels.get(connection.to) ?? connection.to,
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

import type { Architecture } from '../model/architecture.ts';

/**
 * A name for every part, as a reader knows it. Parts with the same label, such as the databases of
 * several services, are told apart by their notes.
 */
export function partNames(architecture: Architecture): ReadonlyMap<string, string> {
  const { actors, edge, deployables, stores, channels, dependencies } = architecture;
  const plain = [...actors, edge, ...deployables, ...channels].map(({ id, label }) => ({
    id,
    label,
    note: id,
  }));
  const parts = [...plain, ...stores, ...dependencies];
  return new Map(
    parts.map(({ id, label, note }) => {
      const isShared = parts.some((other) => other.id !== id && other.label === label);
      return [id, isShared ? `${label} (${note})` : label];
    }),
  );
}

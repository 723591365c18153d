import type { Json, JsonObject } from './json.ts';

type Components = Readonly<Record<string, JsonObject>>;

/**
 * The components that something in the document leads to, directly or through another one. What is
 * left of an empty kind is dropped with it.
 * @param document everything of the document but its components
 */
export function onlyUsed(document: JsonObject, components: Components): JsonObject {
  const used = new Set<string>();
  const pending: Json[] = [document];
  while (pending.length > 0) {
    for (const reference of referencesIn(pending.pop() ?? null)) {
      if (used.has(reference)) continue;
      used.add(reference);
      const [kind = '', name = ''] = reference.split('/');
      pending.push(components[kind]?.[name] ?? null);
    }
  }
  const kinds = Object.entries(components).map(([kind, entries]) => {
    const kept = Object.entries(entries).filter(([name]) => used.has(`${kind}/${name}`));
    return [kind, Object.fromEntries(kept)] as const;
  });
  return Object.fromEntries(kinds.filter(([, entries]) => Object.keys(entries).length > 0));
}

/** As in "schemas/Order". */
function referencesIn(value: Json): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value as JsonObject).flatMap(([name, entry]) => {
    if (entry === undefined) return [];
    return name === '$ref' && typeof entry === 'string'
      ? [entry.replace('#/components/', '')]
      : referencesIn(entry);
  });
}

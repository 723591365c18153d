/**
 * Reads JSON of unknown origin: a link, a file, what a browser kept. Never throws.
 * @param limits `largest` in characters; `deepest` counts objects and lists within each other
 * @returns the value, its objects without a prototype; nothing where it is no JSON or passes a limit
 */
export function parseCheckedJson(
  text: string,
  limits: { readonly largest: number; readonly deepest: number },
): unknown {
  if (text.length > limits.largest || depthOf(text) > limits.deepest) return undefined;
  try {
    return JSON.parse(text, (_key, value: unknown) => withoutPrototype(value));
  } catch {
    return undefined;
  }
}

/** How deep objects and lists are nested, counted without parsing; brackets in strings do not count. */
function depthOf(text: string): number {
  const brackets = text.replace(/"(?:[^"\\]|\\.)*"/gsu, '').matchAll(/[[\]{}]/gu);
  let depth = 0;
  let deepestSeen = 0;
  for (const [bracket] of brackets) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    deepestSeen = Math.max(deepestSeen, depth);
  }
  return deepestSeen;
}

/** What is looked up in it is its own, whatever the name. */
function withoutPrototype(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.assign(Object.create(null) as object, value);
}

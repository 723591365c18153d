import type { Item, Searchable } from './searchable.ts';
import type { SearchEntry } from './entry.ts';

function pairsOf(text: string): Set<string> {
  const letters = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return new Set(Array.from({ length: letters.length - 1 }, (_, i) => letters.slice(i, i + 2)));
}

/** Sørensen–Dice coefficient of the letter pairs of two texts: 0 nothing in common, 1 the same. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return (2 * shared) / Math.max(1, a.size + b.size);
}

/**
 * What to offer when nothing was found: the entries whose names or topics look most alike.
 *
 * @param count how many
 */
export function closest({ items }: Searchable, query: string, count = 3): SearchEntry[] {
  const asked = pairsOf(query);
  const likenessOf = ({ fields }: Item): number =>
    Math.max(...fields.map((field) => likeness(asked, pairsOf(field.text))));
  return items
    .map((item) => ({ entry: item.entry, value: likenessOf(item) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value)
    .slice(0, count)
    .map(({ entry }) => entry);
}

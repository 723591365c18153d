import type { SearchEntry } from './entry.ts';
import { fieldWeights } from './searchable.ts';
import type { Field, Item, Searchable } from './searchable.ts';
import { termsOf } from './terms.ts';
import type { Term } from './terms.ts';
import type { Word } from './words.ts';

/** Why an entry was found: the text that fits best, and where in it the words of the query stand. */
export interface Hit {
  readonly entry: SearchEntry;
  readonly score: number;
  readonly why: Field;
  readonly marks: readonly Word[];
}

interface FieldMatch {
  readonly field: Field;
  /** Closeness of the best word, per term. */
  readonly perTerm: readonly number[];
  readonly marks: readonly Word[];
}

/** Entries with less of the query, weighed by how telling its words are, are left out. */
const shareNeeded = 0.3;
/** Entries that score less than this part of the best are left out. */
const scoreNeeded = 0.12;
const writtenBonus = 1.1;

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);

function matchField(field: Field, terms: readonly Term[]): FieldMatch {
  const perTerm = terms.map(({ matches }) =>
    Math.max(0, ...field.words.map((word) => matches.get(word.plain) ?? 0)),
  );
  const marks = field.words.filter((word) => terms.some(({ matches }) => matches.has(word.plain)));
  return { field, perTerm, marks };
}

/** Worth of one text on its own: it counts more when it holds more of the query and little else. */
function worthOf({ field, perTerm, marks }: FieldMatch, terms: readonly Term[]): number {
  const found = sum(perTerm.map((closeness, i) => closeness * (terms[i]?.weight ?? 0)));
  const share = perTerm.filter((closeness) => closeness > 0).length / terms.length;
  const density = marks.length / Math.max(1, field.words.length);
  return fieldWeights[field.kind] * found * share * (0.6 + 0.4 * density);
}

/** The best each term reaches in any field. */
function bestPerTerm(matches: readonly FieldMatch[], terms: readonly Term[]): number[] {
  return terms.map(({ weight }, i) => {
    const values = matches.map((match) => (match.perTerm[i] ?? 0) * fieldWeights[match.field.kind]);
    return weight * Math.max(...values);
  });
}

function hitOf(item: Item, terms: readonly Term[]): Hit | undefined {
  const matches = item.fields
    .map((field) => matchField(field, terms))
    .filter(({ marks }) => marks.length > 0);
  const [first, ...others] = matches;
  if (first === undefined) return undefined;
  const best = bestPerTerm(matches, terms);
  const found = terms.filter((_, i) => (best[i] ?? 0) > 0);
  const share = sum(found.map((term) => term.weight)) / sum(terms.map((term) => term.weight));
  if (share < shareNeeded) return undefined;
  const why = others.reduce((a, b) => (worthOf(b, terms) > worthOf(a, terms) ? b : a), first);
  const bonus = item.entry.page === undefined ? 1 : writtenBonus;
  const score = (sum(best) + worthOf(why, terms)) * share * bonus;
  return { entry: item.entry, score, why: why.field, marks: why.marks };
}

/**
 * Finds the capabilities a query means, best first. Pure, and quick enough for every keystroke.
 *
 * @param query what was typed
 * @returns no hits for an empty query
 */
export function search(searchable: Searchable, query: string): Hit[] {
  const terms = termsOf(query, searchable);
  const hits = searchable.items
    .map((item) => hitOf(item, terms))
    .filter((hit) => hit !== undefined);
  hits.sort((a, b) => b.score - a.score);
  const needed = (hits[0]?.score ?? 0) * scoreNeeded;
  return hits.filter((hit) => hit.score >= needed);
}

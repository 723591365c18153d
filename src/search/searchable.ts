import type { SearchEntry } from './entry.ts';
import { indexWords } from './words.ts';
import type { Word } from './words.ts';

export type FieldKind =
  'name' | 'alias' | 'symptom' | 'metric' | 'topic' | 'category' | 'verdict' | 'blueprint';

/** What a match in each field is worth. Names are what people know; a verdict and the sentences of a blueprint use common words. */
export const fieldWeights: Readonly<Record<FieldKind, number>> = {
  name: 10,
  alias: 8,
  symptom: 7,
  metric: 7,
  topic: 5,
  category: 2,
  verdict: 2,
  blueprint: 3,
};

/** One text of an entry, ready to be compared. */
export interface Field {
  readonly kind: FieldKind;
  readonly text: string;
  readonly words: readonly Word[];
}

export interface Item {
  readonly entry: SearchEntry;
  readonly fields: readonly Field[];
}

/** The index, made ready once, so that a query compares each different word only once. */
export interface Searchable {
  readonly items: readonly Item[];
  readonly vocabulary: readonly VocabularyWord[];
}

interface VocabularyWord {
  readonly word: Word;
  /** Number of entries that have it. */
  readonly holders: number;
}

function itemOf(entry: SearchEntry): Item {
  const { page, blueprint } = entry;
  const texts: readonly (readonly [FieldKind, readonly string[]])[] = [
    ['name', [entry.name]],
    ['alias', page?.aliases ?? []],
    ['symptom', entry.symptoms],
    ['metric', page?.metrics ?? []],
    ['topic', entry.topics],
    ['category', [entry.category]],
    ['verdict', page === undefined ? [] : [page.verdict]],
    ['blueprint', blueprint === undefined ? [] : [blueprint.request, blueprint.description]],
  ];
  const fields = texts.flatMap(([kind, all]) =>
    all.map((text) => ({ kind, text, words: indexWords(text) })),
  );
  return { entry, fields };
}

function vocabularyOf(items: readonly Item[]): VocabularyWord[] {
  const known = new Map<string, { word: Word; holders: number }>();
  for (const { fields } of items) {
    const own = new Map(fields.flatMap(({ words }) => words).map((word) => [word.plain, word]));
    for (const [plain, word] of own) {
      known.set(plain, { word, holders: (known.get(plain)?.holders ?? 0) + 1 });
    }
  }
  return [...known.values()];
}

/** Makes the fetched entries searchable. */
export function searchableOf(entries: readonly SearchEntry[]): Searchable {
  const items = entries.map(itemOf);
  return { items, vocabulary: vocabularyOf(items) };
}

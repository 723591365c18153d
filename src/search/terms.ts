import { exactCloseness, slipCloseness } from './match-word.ts';
import type { Closeness } from './match-word.ts';
import type { Searchable } from './searchable.ts';
import { queryWords } from './words.ts';
import type { Word } from './words.ts';

/** One word of a query: the words of the index it may mean, and how telling it is. */
export interface Term {
  /** Plain word of the index → how close it is. */
  readonly matches: ReadonlyMap<string, Closeness>;
  readonly weight: number;
}

/** A word that is found nowhere tells little, and a slip is only a guess. */
const unknownWeight = 1;
const slipTrust = 0.5;

function matchesOf({ vocabulary }: Searchable, closeness: (there: Word) => Closeness) {
  const matches = new Map<string, Closeness>();
  let holders = 0;
  for (const { word, holders: own } of vocabulary) {
    const value = closeness(word);
    if (value === 0) continue;
    matches.set(word.plain, value);
    holders = Math.max(holders, own);
  }
  return { matches, holders };
}

/**
 * A word found nowhere as it stands may be mistyped. A word that few entries have tells more: its
 * weight is the inverse document frequency, ln(1 + entries / entries that have it).
 */
function termOf(asked: Word, isLast: boolean, searchable: Searchable): Term {
  const count = searchable.items.length;
  const exact = matchesOf(searchable, (there) => exactCloseness(asked, there, isLast));
  if (exact.holders > 0) {
    return { matches: exact.matches, weight: Math.log(1 + count / exact.holders) };
  }
  const slipped = matchesOf(searchable, (there) => slipCloseness(asked, there));
  const weight =
    slipped.holders > 0 ? slipTrust * Math.log(1 + count / slipped.holders) : unknownWeight;
  return { matches: slipped.matches, weight };
}

/** The last word counts as unfinished unless a space follows it. */
export function termsOf(query: string, searchable: Searchable): Term[] {
  const words = queryWords(query);
  const isTyping = !/\s$/.test(query);
  return words.map((asked, i) => termOf(asked, isTyping && i === words.length - 1, searchable));
}

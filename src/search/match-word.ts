import { isWithinSlips } from '../lib/edit-distance.ts';
import type { Word } from './words.ts';

/** How surely a word of the index is meant by a word of the query: 1 the same, 0 not at all. */
export type Closeness = number;

const same = 1;
const longestPrefix = 0.9;
const shortestPrefix = 0.5;
const slip = 0.45;

/** Letters a prefix needs; the last word may still be being typed. */
const prefixLength = { typing: 2, typed: 3 } as const;

/**
 * @param isLast whether the word ends the query
 * @returns 1 for the same stem, less for a beginning of the word
 */
export function exactCloseness(asked: Word, there: Word, isLast: boolean): Closeness {
  if (asked.stem === there.stem || asked.plain === there.plain) return same;
  const needed = isLast ? prefixLength.typing : prefixLength.typed;
  if (asked.plain.length < needed) return 0;
  const isPrefix = there.plain.startsWith(asked.plain) || there.stem.startsWith(asked.stem);
  if (!isPrefix) return 0;
  const share = Math.min(1, asked.plain.length / there.plain.length);
  return shortestPrefix + (longestPrefix - shortestPrefix) * share;
}

/**
 * The first letter is hardly ever the wrong one, so words that begin otherwise are not compared.
 *
 * @returns how close a word is that may have been mistyped
 */
export function slipCloseness(asked: Word, there: Word): Closeness {
  const limit = slipsAllowed(asked.plain);
  if (limit === 0 || there.plain.length < 4 || asked.plain[0] !== there.plain[0]) return 0;
  const isClose =
    isWithinSlips(asked.plain, there.plain, limit) || isWithinSlips(asked.stem, there.stem, limit);
  return isClose ? slip : 0;
}

/** Longer words may hold more slips; short ones would turn into each other. */
export function slipsAllowed(word: string): number {
  if (word.length < 4 || /\d/.test(word)) return 0;
  return word.length < 8 ? 1 : 2;
}

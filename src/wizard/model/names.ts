import { failure, success } from '../../lib/result.ts';
import type { Result } from '../../lib/result.ts';
import { slugOf } from './slug.ts';

/** In code points, after spaces at the ends were taken away. */
export const longestName = 40;

/** All that may stand in a name, and what may stand at its ends; `problemOf` says which of it is missing. */
const whole =
  /^(?=[\p{L}\p{Nd}])(?!.*\p{Default_Ignorable_Code_Point})[\p{L}\p{M}\p{Nd} -]{1,40}(?<=[\p{L}\p{Nd}\p{M}])$/u;
const quotes = /["'`´‘’“”«»]/u;
const brackets = /[<>]/u;

/**
 * Reads what a person calls something. Names stand in drawings, contracts and file names, so they
 * are 1 to 40 letters of any script, digits, single spaces and hyphens, with a letter or a digit at
 * either end.
 * @param taken names of the same list, which the new one must differ from, also as a slug
 * @returns the name as it is kept: composed (NFC), without spaces at its ends; or what is wrong with
 * it and what to do
 */
export function readName(text: string, taken: readonly string[] = []): Result<string, string> {
  const name = text
    .normalize('NFC')
    .replaceAll(/^ +| +$/gu, '')
    .replaceAll(/ {2,}/gu, ' ');
  const problem = whole.test(name) ? clashOf(name, taken) : problemOf(name);
  return problem === undefined ? success(name) : failure(problem);
}

function problemOf(name: string): string {
  if (name === '') return 'Type a name.';
  const wrong = Array.from(name).find((letter) => !isAllowed(letter));
  if (wrong !== undefined) return problemWith(wrong);
  const length = Array.from(name).length;
  if (length > longestName) {
    return `This is ${length} characters long; ${longestName} is the most.`;
  }
  if (!/^[\p{L}\p{Nd}]/u.test(name)) return 'Begin with a letter or a digit.';
  return 'End with a letter or a digit.';
}

/** A letter that shows nothing would make two names look alike. */
function isAllowed(letter: string): boolean {
  return /[\p{L}\p{M}\p{Nd} -]/u.test(letter) && !/\p{Default_Ignorable_Code_Point}/u.test(letter);
}

function problemWith(letter: string): string {
  const allowed = 'Use letters, digits, spaces and hyphens.';
  if (/\p{C}|\p{Zl}|\p{Zp}|\p{Default_Ignorable_Code_Point}/u.test(letter)) {
    return `It contains an invisible character (${codePoint(letter)}), which nobody would see in a file. ${allowed}`;
  }
  if (/\s/u.test(letter)) {
    return `It contains a special space (${codePoint(letter)}). Type a plain one.`;
  }
  if (quotes.test(letter)) return `A quote (${letter}) would end a text in a file. ${allowed}`;
  if (brackets.test(letter)) return `“${letter}” would begin a tag in a drawing. ${allowed}`;
  return `“${letter}” cannot stand in a name: drawings and files would take it for something else. ${allowed}`;
}

function codePoint(letter: string): string {
  return `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function clashOf(name: string, taken: readonly string[]): string | undefined {
  if (taken.length === 0) return undefined;
  const slug = slugOf(name);
  const other = taken.find((each) => slugOf(each) === slug);
  if (other === undefined) return undefined;
  return other === name
    ? `“${name}” is taken. Choose another name.`
    : `“${name}” would have the same name in files as “${other}” (${slug}). Choose another name.`;
}

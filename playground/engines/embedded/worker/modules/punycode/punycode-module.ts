import { decode, encode } from './bootstring.ts';
import { toASCII, toUnicode } from './domains.ts';

/** `node:punycode`, which is deprecated: who imports it is told so. */

const ucs2 = {
  decode: (text: string): number[] => Array.from(text, (letter) => letter.codePointAt(0) ?? 0),
  encode: (points: readonly number[]): string => String.fromCodePoint(...points),
};

/** @param warn prints the warning */
export function createPunycode(warn: () => void) {
  warn();
  return { version: '2.1.0', ucs2, decode, encode, toASCII, toUnicode };
}

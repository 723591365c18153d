import { crc32 } from '../../lib/crc32.ts';
import { reservedWords } from './reserved-words.ts';

/** A label of DNS has 63 characters at most: the rest is left for what a generator adds. */
const longestSlug = 40;

/** Letters that Unicode does not decompose, as they are written where only ASCII is at hand. */
const spelled: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  þ: 'th',
};

/**
 * The name as files, addresses and identifiers can carry it: `Order placed` → `order-placed`. It is
 * made of a–z, 0–9 and single hyphens, begins with a letter, has 40 characters at most and is no
 * reserved word of YAML, SQL, GraphQL, proto or JavaScript (`order` → `the-order`). Letters of other
 * scripts stand as their code points (`注文` → `u6ce8-u6587`). The same name always gives the same
 * slug, and a slug is the slug of itself. Case and accents do not count, so that different names can
 * fold to one slug; `readName` refuses the second one.
 */
export function slugOf(name: string): string {
  const folded = shortened(namedByLetters(foldedToAscii(name)));
  return reservedWords.has(folded) ? `the-${folded}` : folded;
}

function foldedToAscii(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[\u{300}-\u{36f}]/gu, '')
    .normalize('NFC');
  const letters = Array.from(plain, (letter) => {
    if (/[a-z0-9]/u.test(letter)) return letter;
    return spelled[letter] ?? (/[\p{L}\p{M}\p{N}]/u.test(letter) ? ` ${hexOf(letter)} ` : ' ');
  });
  return letters.join('').trim().split(/\s+/u).join('-');
}

function hexOf(letter: string): string {
  return `u${(letter.codePointAt(0) ?? 0).toString(16)}`;
}

/** Identifiers may not begin with a digit, and no name is empty. */
function namedByLetters(slug: string): string {
  if (slug === '') return 'unnamed';
  return /^[a-z]/u.test(slug) ? slug : `n-${slug}`;
}

/** What is too long keeps its beginning, and a checksum of the whole tells it from others. */
function shortened(slug: string): string {
  if (slug.length <= longestSlug) return slug;
  const sum = crc32(new TextEncoder().encode(slug)).toString(16).padStart(8, '0');
  return `${slug.slice(0, longestSlug - 9).replace(/-+$/u, '')}-${sum}`;
}

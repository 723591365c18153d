// cspell:ignore Größe grosse ऑर्डर órders İstanbul
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestName, readName } from '../../../src/wizard/model/names.ts';
import { reservedWords } from '../../../src/wizard/model/reserved-words.ts';
import { slugOf } from '../../../src/wizard/model/slug.ts';
import { runs } from './runs.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 60 });
const anyLetters = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });

describe('a name', () => {
  it.each([
    ['orders', 'orders'],
    ['  Order   placed ', 'Order placed'],
    ['3D print', '3D print'],
    ['e-mail', 'e-mail'],
    ['Größe', 'Größe'],
    ['Gro\u{0308}ße', 'Größe'],
    ['注文', '注文'],
    ['ऑर्डर', 'ऑर्डर'],
    ['طلب', 'طلب'],
    ['x'.repeat(longestName), 'x'.repeat(longestName)],
  ])('%j is kept as %j', (text, name) => {
    expect(readName(text)).toEqual({ ok: true, value: name });
  });

  it.each([
    ['', 'Type a name.'],
    ['   ', 'Type a name.'],
    ['x'.repeat(41), '41 characters long; 40 is the most'],
    ['a\tb', 'invisible character (U+0009)'],
    ['a\u{0}b', 'invisible character (U+0000)'],
    ['a\u{200b}b', 'invisible character (U+200B)'],
    ['a\u{202e}b', 'invisible character (U+202E)'],
    ['a\u{3164}b', 'invisible character (U+3164)'],
    ['a\u{a0}b', 'special space (U+00A0)'],
    ['a"b', 'A quote (")'],
    ['a’b', 'A quote (’)'],
    ['a`b', 'A quote (`)'],
    ['<b>', '“<” would begin a tag'],
    ['a>b', '“>” would begin a tag'],
    ['a;b', '“;” cannot stand in a name'],
    ['a#b', '“#” cannot stand in a name'],
    ['a:b', '“:” cannot stand in a name'],
    ['{a}', '“{” cannot stand in a name'],
    ['a|b', '“|” cannot stand in a name'],
    ['a/b', '“/” cannot stand in a name'],
    ['a🙂', '“🙂” cannot stand in a name'],
    ['-a', 'Begin with a letter or a digit.'],
    ['a-', 'End with a letter or a digit.'],
    ['\u{301}a', 'Begin with a letter or a digit.'],
  ])('%j is refused with the reason', (text, reason) => {
    const read = readName(text);
    expect(read.ok ? '' : read.problem).toContain(reason);
  });

  it.each([
    ['orders', 'is taken'],
    ['Orders', 'same name in files as “orders” (orders)'],
    ['órders', 'same name in files'],
  ])('%j is refused beside “orders”', (text, reason) => {
    const read = readName(text, ['payments', 'orders']);
    expect(read.ok ? '' : read.problem).toContain(reason);
  });

  it('that was accepted is accepted again, as it is', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyLetters), (text) => {
        const read = readName(text);
        if (!read.ok) return;
        expect(readName(read.value)).toEqual(read);
        expect(read.value).not.toMatch(/["'`<>\u{0}-\u{1f}\u{7f}{}[\]|#:;&%@!*?\\/,]/u);
      }),
      { numRuns: runs(500, 100_000) },
    );
  });
});

describe('a slug', () => {
  it.each([
    ['Order placed', 'order-placed'],
    ['e-mail', 'e-mail'],
    ['a -- b', 'a-b'],
    ['Größe', 'grosse'],
    ['Ærø', 'aero'],
    ['İstanbul', 'istanbul'],
    ['3D print', 'n-3d-print'],
    ['注文', 'u6ce8-u6587'],
    ['order', 'the-order'],
    ['True', 'the-true'],
    ['Current user', 'the-current-user'],
    ['Constructor', 'the-constructor'],
    ['orders', 'orders'],
  ])('of %j is %j', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it('of whatever name is safe in files, addresses and identifiers, and the slug of itself', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyLetters), (name) => {
        const slug = slugOf(name);
        expect(slug).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/u);
        expect(slug.length).toBeLessThanOrEqual(44);
        expect(reservedWords.has(slug)).toBe(false);
        expect(slugOf(slug)).toBe(slug);
        expect(slugOf(name)).toBe(slug);
      }),
      { numRuns: runs(500, 100_000) },
    );
  });

  it('tells long names in other scripts apart', () => {
    const slugs = ['名'.repeat(39) + '一', '名'.repeat(39) + '二'].map(slugOf);
    expect(slugs[0]).not.toBe(slugs[1]);
    for (const slug of slugs) expect(slug).toHaveLength(40);
  });

  it('is never a reserved word', () => {
    for (const word of reservedWords) expect(slugOf(word)).toBe(`the-${word}`);
  });
});

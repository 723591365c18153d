/**
 * A line break between a word and an element is no space in Astro: "in the" and a link on the next
 * line become "in the<a>". The template says `{' '}` at the end of the line instead.
 */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** A line of prose, then one that starts with an element that stands in a sentence. */
const LOST_SPACE =
  /^[^\n{}=]*[\p{L}\d,;:.]\n\s*<(?:a|abbr|b|code|em|kbd|span|strong|time|Cap|Text)\b/gmu;

const components = globSync(['src/**/*.astro', 'playground/**/*.astro']).sort();

/** `file:line` of each lost space below the frontmatter. */
function lostSpaces(file: string, text: string): string[] {
  const start = text.startsWith('---') ? text.indexOf('\n---', 3) + 4 : 0;
  return [...text.slice(start).matchAll(LOST_SPACE)].map(({ index }) => {
    const line = text.slice(0, start + index).split('\n').length;
    return `${file}:${line} loses a space: end the line with {' '}`;
  });
}

test('a lost space is seen', () => {
  const text = '---\nconst a = 1;\n---\n<p>\n  It is in the\n  <a href="/">list</a>.\n</p>\n';
  expect(lostSpaces('a.astro', text)).toEqual(["a.astro:5 loses a space: end the line with {' '}"]);
  expect(lostSpaces('a.astro', text.replace('the\n', "the{' '}\n"))).toEqual([]);
});

test('no template loses a space between a word and what follows it', () => {
  expect(components.flatMap((file) => lostSpaces(file, readFileSync(file, 'utf8')))).toEqual([]);
});

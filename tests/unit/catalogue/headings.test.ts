import { expect, test } from 'vitest';
import { headingsOf, slugOf } from '../../../src/catalogue/load/headings.ts';

test('reads level two to four with their lines, and not what stands in a fence', () => {
  const text = ['intro', '## One', '```sh', '## not a heading', '```', '### Two & `three`'].join(
    '\n',
  );
  expect(headingsOf(text, 10)).toEqual([
    { depth: 2, text: 'One', slug: 'one', line: 12 },
    { depth: 3, text: 'Two & three', slug: 'two--three', line: 16 },
  ]);
});

test('slugs are what the site renders', () => {
  expect(slugOf('Roll out and roll back')).toBe('roll-out-and-roll-back');
  expect(slugOf("Don't: a 50 % rule")).toBe('dont-a-50--rule');
});

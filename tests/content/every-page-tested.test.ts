/** A written page is worth its claims only where tests hold them: none may be left out of them. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { writtenIds } from '../../src/catalogue/load/patterns.ts';

const pages = writtenIds(process.cwd());

/** What holds a page, where it may be named, and what to do where it is not. */
const NEEDS = [
  {
    what: 'the numbers it quotes from its example',
    where: 'tests/content/page-numbers/claims/*.ts',
    whatToDo: 'Add a file with one claim for each sentence with a number under "Run it".',
  },
  {
    what: 'the answers of its experiments',
    where: 'tests/unit/patterns/*experiments*.test.ts',
    whatToDo: 'Add a test that sets the knobs of each experiment and asserts its answer.',
  },
] as const;

/** What is not tested of a page. */
function untested(page: string): string[] {
  return NEEDS.filter(
    ({ where }) => !globSync(where).some((file) => readFileSync(file, 'utf8').includes(page)),
  ).map(({ what, where, whatToDo }) => `${page}: no test in ${where} holds ${what}. ${whatToDo}`);
}

test('there are written pages', () => {
  expect(pages.length).toBeGreaterThan(0);
});

test('a page that no test names is told what it lacks', () => {
  expect(untested('caching-strategies/no-such-page')).toHaveLength(NEEDS.length);
});

test.each(pages)('%s: its numbers and its experiments are tested', (page) => {
  expect(untested(page)).toEqual([]);
});

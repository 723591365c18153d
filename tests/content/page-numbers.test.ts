/**
 * What a page tells of its example under "Run it" is what a default run really does: the program
 * is executed, and each sentence is filled with numbers read from it. A number in that section
 * which no claim holds is refused too. A new page is one more file in `page-numbers/claims/`.
 */
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { play, type Claim } from './page-numbers/example-run.ts';

interface Page {
  readonly page: string;
  readonly claims: readonly Claim[];
}

const files = globSync('page-numbers/claims/*.ts', { cwd: import.meta.dirname }).sort();
const pages = await Promise.all(
  files.map((file) => import(/* @vite-ignore */ `./${file}`) as Promise<Page>),
);

/** The prose between the heading "Run it" and the next one, on one line. */
async function runItProse(page: string): Promise<string> {
  const text = await readFile(path.resolve('patterns', page, 'index.mdx'), 'utf8');
  const section = /^## Run it$(.*?)^## /ms.exec(text)?.[1] ?? '';
  return section.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

describe.each(pages)('the page $page', ({ page, claims }) => {
  // A database takes seconds of work to start, and on a busy machine a minute.
  it('quotes its example as it runs', { timeout: 120_000 }, async () => {
    const prose = await runItProse(page);
    const run = await play(path.resolve('patterns', page, 'example'));
    let unheld = prose;
    for (const { says, numbers } of claims) {
      const values = numbers(run);
      const sentence = values.reduce<string>((text, value) => text.replace('{}', `${value}`), says);
      expect(prose).toContain(sentence);
      unheld = unheld.replace(sentence, says);
    }
    expect(unheld.match(/[^.!?]*\d[^.!?]*/g) ?? [], 'numbers that no claim holds').toEqual([]);
  });
});

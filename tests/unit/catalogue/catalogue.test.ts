/** Mistakes in the catalogue itself: what two entries may not share. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { problemsOf } from './problems-of.ts';
import { scratchLibrary } from './scratch-library.ts';

const FILE = 'content/catalogue/resilience-and-fault-tolerance.yaml';

/** A library in which a category's file is changed, and that file's lines. */
function broken(edit: (text: string) => string): { root: string; lines: readonly string[] } {
  const root = scratchLibrary((page) => page);
  const text = edit(readFileSync(join(root, FILE), 'utf8'));
  writeFileSync(join(root, FILE), text);
  return { root, lines: text.split('\n') };
}

test('two capabilities with one slug are named as that, once', () => {
  const { root, lines } = broken((text) =>
    text.replace('slug: retry-patterns', 'slug: circuit-breaker'),
  );
  const [first, second] = lines.flatMap((line, i) =>
    line.includes('slug: circuit-breaker') ? [i + 1] : [],
  );
  expect(problemsOf(root)).toEqual([
    {
      file: FILE,
      line: second,
      what: `capability slug "circuit-breaker" is taken by ${FILE}:${first}`,
      whatToDo: 'Give one of them another slug: it is the address of its page.',
    },
  ]);
});

test('two categories with one position are refused', () => {
  const { root } = broken((text) => text.replace('order: 7', 'order: 6'));
  const [problem, ...others] = problemsOf(root);
  expect(others).toEqual([]);
  expect(problem?.what).toMatch(/^order 6 is taken by content\/catalogue\/[a-z-]+\.yaml:\d+$/);
  expect(problem?.whatToDo).toBe('Give each category its own position, from 1.');
});

test('a file that is no YAML file is refused', () => {
  const root = scratchLibrary((page) => page);
  writeFileSync(join(root, 'content/catalogue/caching.yml'), 'slug: caching\n');
  expect(problemsOf(root)).toMatchObject([
    { file: 'content/catalogue/caching.yml', whatToDo: 'Name it <slug>.yaml, or remove it.' },
  ]);
});

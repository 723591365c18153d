/**
 * The linter does not look inside `<script>`: so a component's script is one import, and that import
 * is linted as a file beside the component would be.
 */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { crossings } from '../crossings.ts';

const SCRIPT =
  /<script(?![^>]*(?:is:inline|type="application\/json"|type="speculationrules"))[^>]*>([\s\S]*?)<\/script>/g;
const ONE_IMPORT = /^\s*import '\.[^']+\.ts';\s*$/;

const components = globSync(['src/**/*.astro', 'playground/**/*.astro']).sort();

/** What is wrong with a component's scripts. */
async function scriptProblems(file: string, text: string): Promise<string[]> {
  const scripts = [...text.matchAll(SCRIPT)].map(([, body = '']) => body);
  const found = scripts.map(async (body) =>
    ONE_IMPORT.test(body)
      ? crossings(file.replace(/\.astro$/, '.ts'), body)
      : [`is more than one relative import: ${body.trim()}`],
  );
  return (await Promise.all(found)).flat();
}

test('there are components to check', () => {
  expect(components.length).toBeGreaterThan(10);
});

test.each(components)('%s: each script is one import that its room may make', async (file) => {
  expect(await scriptProblems(file, readFileSync(file, 'utf8'))).toEqual([]);
});

test.each([
  ['the wizard, from the search', "<script>import '../wizard/solver/solve.ts';</script>"],
  ['the catalogue, which is for the build', "<script>import '../catalogue/query.ts';</script>"],
  ['an engine', "<script>import '../../playground/engines/embedded/policy.ts';</script>"],
  ['two things', "<script>import './a.ts'; import './b.ts';</script>"],
  ['a package', "<script>import 'lit-html';</script>"],
])('a script may not import %s', async (_, text) => {
  expect(await scriptProblems('src/search/new.astro', text)).toHaveLength(1);
});

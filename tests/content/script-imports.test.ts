/**
 * The linter's boundaries cannot see inside `<script>`: so a component's script is one import, and
 * what it may import is checked in the file it names.
 */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const SCRIPT =
  /<script(?![^>]*(?:is:inline|type="application\/json"|type="speculationrules"))[^>]*>([\s\S]*?)<\/script>/g;
const ONE_IMPORT = /^\s*import '\.[^']+\.ts';\s*$/;

const components = globSync(['src/**/*.astro', 'playground/**/*.astro']).sort();

test('there are components to check', () => {
  expect(components.length).toBeGreaterThan(10);
});

test.each(components)('%s: each script is one relative import', (file) => {
  for (const [, body = ''] of readFileSync(file, 'utf8').matchAll(SCRIPT)) {
    expect(body).toMatch(ONE_IMPORT);
  }
});

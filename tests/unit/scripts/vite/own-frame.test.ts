import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { withoutStyles } from '../../../../scripts/vite-own-frame.ts';

const starlight = createRequire(import.meta.url).resolve(
  '@astrojs/starlight/components/Page.astro',
);

test("Starlight's page has neither sheets nor a link to one for paper", () => {
  const page = readFileSync(starlight, 'utf8');
  expect(page).toMatch(/<style>.*printHref/s);
  expect(withoutStyles(page)).not.toMatch(/<style|printHref/);
  expect(withoutStyles(page)).toContain('<ThemeProvider />');
});

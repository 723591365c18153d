/** What loads later has a budget too. */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { brotli } from '../../scripts/build/precompress.ts';
import { builtFiles, builtPages } from '../../scripts/html/pages.ts';
import { SITE_FOLDER } from '../e2e/built-pages.ts';
import { budgets } from './budgets.ts';
import { reachedScripts } from './reached-scripts.ts';

test('every group of lazy scripts keeps its budget, and large scripts are in a group', async () => {
  const drawing = await drawingScripts();
  const sizes = await chunkSizes((name) => !drawing.has(name));
  const over = budgets.lazy.flatMap(({ what, chunks, mostBytes }) => {
    const bytes = chunks.reduce((sum, chunk) => sum + (sizes.get(chunk) ?? 0), 0);
    return bytes > mostBytes ? [`${what}: ${bytes} of ${mostBytes} bytes`] : [];
  });
  const listed = new Set(budgets.lazy.flatMap(({ chunks }) => chunks));
  const unlisted = [...sizes].filter(
    ([chunk, bytes]) => !listed.has(chunk) && bytes > budgets.mostBytesUnlisted,
  );
  expect(over).toEqual([]);
  expect(unlisted, 'add them to a group in budgets.json').toEqual([]);
});

test('the scripts of every kind of diagram keep their budget', async () => {
  const drawing = await drawingScripts();
  const sizes = await chunkSizes((name) => drawing.has(name));
  const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  console.log(`all scripts that draw: ${bytes} bytes`);
  expect(bytes).toBeLessThanOrEqual(budgets.drawings.mostBytes);
});

test('every chunk that a budget names exists', async () => {
  const sizes = await chunkSizes(() => true);
  expect(budgets.lazy.flatMap(({ chunks }) => chunks).filter((chunk) => !sizes.has(chunk))).toEqual(
    [],
  );
});

/** File names of the scripts of the page that draws; that no other page has them: drawings.spec.ts. */
async function drawingScripts(): Promise<ReadonlySet<string>> {
  const pages = await builtPages(SITE_FOLDER);
  return reachedScripts(
    SITE_FOLDER,
    pages.filter(({ pathname }) => pathname === budgets.drawings.page),
  );
}

/** Brotli bytes of the site's own scripts by the name of the chunk. */
async function chunkSizes(
  isWanted: (fileName: string) => boolean,
): Promise<ReadonlyMap<string, number>> {
  const files = (await builtFiles(join(SITE_FOLDER, '_astro'))).filter(
    (file) => file.endsWith('.js') && isWanted(basename(file)),
  );
  const sizes = new Map<string, number>();
  for (const file of files) {
    const chunk = basename(file).replace(/\.[\w-]+\.js$/, '');
    sizes.set(chunk, (sizes.get(chunk) ?? 0) + (await brotli(await readFile(file))).length);
  }
  return sizes;
}

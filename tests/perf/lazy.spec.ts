/** What loads later has a budget too. */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { brotli } from '../../scripts/build/precompress.ts';
import { builtFiles } from '../../scripts/html/pages.ts';
import { SITE_FOLDER } from '../e2e/built-pages.ts';
import { budgets } from './budgets.ts';

test('every group of lazy scripts keeps its budget, and large scripts are in a group', async () => {
  const sizes = await chunkSizes();
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

test('every chunk that a budget names exists', async () => {
  const sizes = await chunkSizes();
  expect(budgets.lazy.flatMap(({ chunks }) => chunks).filter((chunk) => !sizes.has(chunk))).toEqual(
    [],
  );
});

/** Brotli bytes of the site's own scripts by the name of the chunk. */
async function chunkSizes(): Promise<ReadonlyMap<string, number>> {
  const files = (await builtFiles(join(SITE_FOLDER, '_astro'))).filter((file) =>
    file.endsWith('.js'),
  );
  const sizes = new Map<string, number>();
  for (const file of files) {
    const chunk = basename(file).replace(/\.[\w-]+\.js$/, '');
    sizes.set(chunk, (sizes.get(chunk) ?? 0) + (await brotli(await readFile(file))).length);
  }
  return sizes;
}

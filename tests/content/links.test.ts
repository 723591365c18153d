/** Every link, image and anchor of the built site leads somewhere. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { builtPages } from '../../scripts/html/pages.ts';
import { findBrokenLinks } from '../../scripts/links/broken-links.ts';
import { readPage } from '../../scripts/links/read-page.ts';

const root = resolve(process.env['SITE_DIR'] ?? 'dist');

test('no link, file or anchor of the built site is broken', async () => {
  const built = await builtPages(root);
  expect(built.length).toBeGreaterThan(17);
  const pages = await Promise.all(
    built.map(async ({ file, pathname }) => readPage(pathname, await readFile(file, 'utf8'))),
  );
  expect(await findBrokenLinks(root, pages)).toEqual([]);
});

/** Pages name the site's address where the build was told it (`SITE_URL`), and nowhere else. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { builtPages } from '../../scripts/html/pages.ts';

const root = resolve(process.env['SITE_DIR'] ?? 'dist');
const address = process.env['SITE_URL'];
const NAMES_ADDRESS = /<link rel="canonical"|<meta property="og:url"|<link rel="sitemap"/;

test('a page names an address only where there is one', async () => {
  const pages = await builtPages(root);
  const naming = await Promise.all(
    pages.map(async ({ file, pathname }) =>
      NAMES_ADDRESS.test(await readFile(file, 'utf8')) ? [pathname] : [],
    ),
  );
  expect(naming.flat()).toHaveLength(address ? pages.length : 0);
  expect(existsSync(join(root, 'sitemap-index.xml'))).toBe(Boolean(address));
});

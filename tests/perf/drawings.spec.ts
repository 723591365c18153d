/** Mermaid is large: it loads for a reader who asks for the wizard's diagrams, and for nobody else. */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { brotli } from '../../scripts/build/precompress.ts';
import { builtPages } from '../../scripts/html/pages.ts';
import type { BuiltPage } from '../../scripts/html/pages.ts';
import { SITE_FOLDER } from '../e2e/built-pages.ts';
import { WizardPage } from '../e2e/pages/wizard.ts';
import { budgets } from './budgets.ts';
import { reachedScripts } from './reached-scripts.ts';

const { page: drawingPage, mostBytesLoaded } = budgets.drawings;
const pages = await builtPages(SITE_FOLDER);
const isFrame = ({ pathname }: BuiltPage): boolean => pathname === drawingPage;

test.describe('the diagrams of a result', () => {
  test.use({ serviceWorkers: 'block' });

  test('load no more than they need', async ({ page }) => {
    const wizard = new WizardPage(page);
    const drawing = await reachedScripts(SITE_FOLDER, pages.filter(isFrame));
    await wizard.openResult();
    const loaded = new Set<string>();
    page.on('request', (request) => {
      const name = basename(new URL(request.url()).pathname);
      if (drawing.has(name)) loaded.add(name);
    });
    await wizard.openPart('Context and key sequence');
    await expect(wizard.drawings).toHaveCount(2);
    const bytes = await brotliBytes(loaded);
    console.log(`diagrams: ${bytes} bytes in ${loaded.size} scripts`);
    expect(bytes).toBeGreaterThan(mostBytesLoaded / 2);
    expect(bytes).toBeLessThanOrEqual(mostBytesLoaded);
  });
});

test('no other page reaches the scripts that draw, now or later', async () => {
  const ofFrame = await reachedScripts(SITE_FOLDER, pages.filter(isFrame));
  const ofOthers = await reachedScripts(
    SITE_FOLDER,
    pages.filter((page) => !isFrame(page)),
  );
  expect(ofFrame.size).toBeGreaterThan(10);
  const shared = new Set([...ofFrame].filter((name) => ofOthers.has(name)));
  expect(await brotliBytes(shared), [...shared].join(', ')).toBeLessThan(budgets.mostBytesUnlisted);
});

async function brotliBytes(scripts: ReadonlySet<string>): Promise<number> {
  const sizes = await Promise.all(
    [...scripts].map(
      async (name) => (await brotli(await readFile(join(SITE_FOLDER, '_astro', name)))).length,
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

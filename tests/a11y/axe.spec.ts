/** WCAG 2.2 AA as far as a machine can tell: every page, both themes, and 320 px wide. */
import { PAGES } from '../e2e/built-pages.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { violations } from './violations.ts';

/**
 * Pages with thousands of words in the colors of one sheet: the files of examples, contracts in
 * Swagger UI, blueprints. Of each kind one page stands for the colors of all.
 */
const kinds = [/\/code\/$/u, /^\/blueprints\/[^/]+\/api\//u, /^\/blueprints\/[^/]+\/$/u];
const standsFor = new Set(kinds.map((kind) => PAGES.find((pathname) => kind.test(pathname))));
const hasOwnColors = (pathname: string): boolean =>
  standsFor.has(pathname) || !kinds.some((kind) => kind.test(pathname));

for (const pathname of PAGES) {
  test(`${pathname} has no accessibility violation`, async ({ page }) => {
    // A long page takes a minute where the machine has much else to do.
    test.setTimeout(240_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(pathname);
    if (hasOwnColors(pathname)) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await violations(page, { about: 'theme' }), colorScheme).toEqual([]);
      }
    }
    expect(await violations(page, { about: 'width' }), 'desk').toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await violations(page, { about: 'width' }), '320 px wide').toEqual([]);
  });
}

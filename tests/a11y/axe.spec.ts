/** WCAG 2.2 AA as far as a machine can tell: every page, both themes, and 320 px wide. */
import { PAGES } from '../e2e/built-pages.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { violations } from './violations.ts';

const isCode = (pathname: string): boolean => pathname.endsWith('/code/');

/** The files of all examples have the colors of one sheet, and thousands of words: one page stands for them. */
const [firstCode] = PAGES.filter(isCode);
const hasOwnColors = (pathname: string): boolean => !isCode(pathname) || pathname === firstCode;

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

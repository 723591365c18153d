/** WCAG 2.2 AA as far as a machine can tell: every page, both themes, and 320 px wide. */
import { PAGES } from '../e2e/built-pages.ts';
import { expect, test } from '../e2e/fixtures.ts';
import { violations } from './violations.ts';

for (const pathname of PAGES) {
  test(`${pathname} has no accessibility violation`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(pathname);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(page, { about: 'theme' }), 'dark').toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await violations(page, { about: 'width' }), '320 px wide').toEqual([]);
  });
}

/** What every page owes its reader. Violations, console errors and foreign requests: fixtures.ts. */
import type { Page } from '@playwright/test';
import { PAGES } from './built-pages.ts';
import { expect, test } from './fixtures.ts';

const NARROW_WIDTHS = [320, 360];

test('there are pages to check', () => {
  expect(PAGES.length).toBeGreaterThan(17);
});

for (const pathname of PAGES) {
  test(`${pathname} is clean in both themes and fits narrow screens`, async ({ page }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(pathname);
      await scrollThrough(page);
    }
    for (const width of NARROW_WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      expect(await tooWide(page), `wider than ${width} px`).toEqual([]);
    }
    await expect(page.locator('h1')).toHaveCount(1);
  });
}

test('the theme button goes round and the choice stays', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  const button = page.getByRole('button', { name: 'Color theme' });
  const background = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();

  await button.click();
  await expect(button).toHaveAccessibleName('Color theme: light');
  await button.click();
  await expect(button).toHaveAccessibleName('Color theme: dark');
  expect(await background()).not.toBe(light);

  await page.reload();
  await expect(button).toHaveAccessibleName('Color theme: dark');
  expect(await background()).not.toBe(light);
  await button.click();
  await expect(button).toHaveAccessibleName('Color theme: as the system');
  expect(await background()).toBe(light);
});

test('on a phone each cell of a table has room for the name of its column', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('/patterns/resilience-and-fault-tolerance/circuit-breaker/');
  const cells = page.getByRole('table').filter({ hasText: 'Derive it from' }).locator('td');
  const room = await cells.evaluateAll((all) =>
    all.map((cell) => Number.parseFloat(getComputedStyle(cell).paddingLeft)),
  );
  expect(room.length).toBeGreaterThan(10);
  expect(Math.min(...room)).toBeGreaterThan(80);
});

/** To the end and back, so that whatever waits to be seen is loaded; then until the page is idle. */
async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    scrollTo(0, document.documentElement.scrollHeight);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    scrollTo(0, 0);
    await new Promise((resolve) => requestIdleCallback(resolve));
  });
}

/** Names what sticks out where the page scrolls sideways, or would if it were not cut off. */
async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const cutOff = [root, document.body].some((element) =>
      ['hidden', 'clip'].includes(getComputedStyle(element).overflowX),
    );
    if (root.scrollWidth <= root.clientWidth && !cutOff) return [];
    const sticksOut = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > root.clientWidth,
    );
    return [
      `${root.scrollWidth} px${cutOff ? ', cut off' : ''}`,
      ...sticksOut.slice(0, 5).map((element) => element.outerHTML.slice(0, 100)),
    ];
  });
}

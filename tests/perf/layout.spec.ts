/** Nothing on a page moves while it loads, also when it opens at a heading. */
import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/fixtures.ts';
import { budgets } from './budgets.ts';
import { settle } from './settle.ts';

test.use({ viewport: { width: 412, height: 823 } });

for (const address of ['/', budgets.patternPage, `${budgets.patternPage}#run-it`]) {
  test(`${address} does not shift`, async ({ page }) => {
    let requests = 0;
    page.on('request', () => (requests += 1));
    await page.goto(address);
    await settle(page, () => requests);
    expect(await shifts(page)).toEqual([]);
  });
}

/** Every layout shift since the page began, with what moved. */
function shifts(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const seen: string[] = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) seen.push(JSON.stringify(entry));
        }).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => {
          requestAnimationFrame(() => {
            resolve(seen);
          });
        });
      }),
  );
}

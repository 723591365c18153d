import type { Page } from '@playwright/test';

const QUIET_ROUNDS = 5;

/**
 * Waits until a page does nothing more by itself: work put off until the browser is idle has run,
 * and what that asked for has come. Idle rounds pass quickly on a free machine and slowly on a busy
 * one, so no time is assumed.
 *
 * @param requestCount How many requests there have been so far.
 */
export async function settle(page: Page, requestCount: () => number): Promise<void> {
  for (let quiet = 0, before = -1; quiet < QUIET_ROUNDS; quiet += 1) {
    if (requestCount() !== before) quiet = 0;
    before = requestCount();
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
  }
}

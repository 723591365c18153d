import { existsSync } from 'node:fs';
import type { Page } from '@playwright/test';
import puppeteer, { type Browser } from 'puppeteer-core';

/** Where Debian's package puts it; `FIREFOX_PATH` names another one. */
const firefoxPath = process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox-esr';

/** Whether there is a Firefox on this machine. */
export const hasFirefox = existsSync(firefoxPath);

/** Firefox, driven over WebDriver BiDi: Playwright drives only builds of its own. */
export function launchFirefox(): Promise<Browser> {
  return puppeteer.launch({ browser: 'firefox', executablePath: firefoxPath, headless: true });
}

/**
 * A page of Firefox for whoever uses no more of Playwright's than `goto`, `evaluate`,
 * `waitForFunction`, `url`, `frames`, `on('dialog')` and the context's `on('page')`: these are the
 * same in both libraries, or made so here.
 */
export async function openFirefoxPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  const context = { on: (_: 'page', opened: () => void) => page.on('popup', opened) };
  return Object.assign(page, { context: () => context }) as unknown as Page;
}

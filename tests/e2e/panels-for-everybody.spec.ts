// cspell:ignore mground minverse mdim mtext
/** Every panel of a run block by keyboard, on a phone, in both themes, and by axe. */
import type { Locator, Page } from '@playwright/test';
import { violations } from '../a11y/violations.ts';
import { ESC, expect, test } from './block-fixtures.ts';
import { apiPage } from './pages/run-block.ts';

test.describe.configure({ timeout: 180_000 });

test('every panel is worked by keyboard alone', async ({ block, page }) => {
  await block.open(apiPage);
  await block.run.focus();
  const wanted = [
    block.tests,
    block.block.getByRole('link', { name: 'Use WebContainer' }),
    block.slider('Moment'),
    block.block.getByRole('button', { name: 'Clear' }),
    block.block.getByRole('button', { name: 'Set clerks 8 and run' }),
  ];
  for (const next of wanted) await tabTo(page, next);
  await page.keyboard.press('Enter');
  await expect(block.block.getByRole('radio', { name: 'All 8' })).toBeFocused();
  const then = [
    block.api.getByRole('button', { name: 'Start the server' }),
    block.api.getByText('Send a request'),
  ];
  for (const next of then) await tabTo(page, next);
  await page.keyboard.press('Enter');
  await tabTo(page, block.api.getByRole('button', { name: 'Send', exact: true }));
  await page.keyboard.press('Enter');
  await expect(block.api).toContainText('Nothing in the program listens');
});

const looks = [
  { width: 320, colorScheme: 'light', about: 'width' },
  { width: 360, colorScheme: 'dark', about: 'width' },
  { width: 1440, colorScheme: 'light', about: 'all' },
  { width: 1440, colorScheme: 'dark', about: 'theme' },
] as const;
for (const { width, colorScheme, about } of looks) {
  test(`the panels have nothing for axe to say in ${colorScheme}, ${width} px wide`, async ({
    block,
    page,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    await block.open(apiPage);
    await block.tests.click();
    await expect(block.testTree).toContainText('0 failed');
    await block.slider('Moment').press('PageDown');
    const api = await block.openRequest();
    await block.startServer();
    await api.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(api).toContainText('Answered: 200 OK.');
    await api.getByText('Try it out, from openapi.yaml').click();
    await api.getByRole('button', { name: /^GET .*One order/ }).click();
    await expect(api.getByRole('button', { name: 'Execute' })).toBeVisible();
    expect(await violations(page, { within: 'pattern-playground', about })).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`colors of a terminal can be read in ${colorScheme}`, async ({ block, page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await block.serveProgram(
      `for (const color of [...Array(16).keys(), ...Array(34).keys().map((step) => 16 + step * 7)]) {
         console.log('${ESC}[38;5;' + color + 'mtext ' + color + '${ESC}[0m ${ESC}[48;5;' + color + 'mground${ESC}[0m ${ESC}[7;38;5;' + color + 'minverse${ESC}[0m ${ESC}[2mdim${ESC}[0m');
         for (let ground = 0; color < 16 && ground < 16; ground++)
           process.stdout.write('${ESC}[38;5;' + color + ';48;5;' + ground + 'm' + color + '${ESC}[0m ');
       }`,
    );
    await block.open();
    await block.run.click();
    await block.finished();
    expect(await violations(page, { within: '.run-output', about: 'theme' })).toEqual([]);
  });
}

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached by Tab: ${String(target)}`);
}

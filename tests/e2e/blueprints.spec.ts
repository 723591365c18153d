/** A blueprint is read without a script, and leads on to the wizard, to its files and its contracts. */
import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { expect, test } from './fixtures.ts';

const PAGE = '/blueprints/webhook-delivery/';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('shows the answer, the drawing, the decisions, and each file as text', async ({ page }) => {
    await page.goto(PAGE);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Webhooks that arrive');
    await expect(page.getByRole('img', { name: /Behind it:/ })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'All 40 decisions' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'How it fails' })).toBeVisible();
    await page.getByRole('link', { name: 'README.md', exact: true }).first().click();
    await expect(page.locator('body')).toContainText('# ');
  });
});

test('opens in the wizard with its result', async ({ page }) => {
  await page.goto(PAGE);
  const answer = await page.getByRole('heading', { name: /^In short: / }).textContent();
  await page.getByRole('link', { name: 'Open in the wizard' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    (answer ?? '').replace('In short: ', ''),
  );
});

test('downloads as a zip with its files', async ({ page }) => {
  await page.goto(PAGE);
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'All as one zip' }).click();
  const file = await (await coming).path();
  const names = Object.keys(unzipSync(await readFile(file)));
  expect(names).toContain('README.md');
  await expect(page.getByRole('heading', { name: `${names.length} files` })).toBeVisible();
});

test('shows the operations of a contract in Swagger UI, with nothing to try', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto(PAGE);
  await page.getByRole('link', { name: 'API of webhook endpoints' }).click();
  await expect(page.getByRole('heading', { level: 1 }).first()).toHaveText(
    'API of webhook endpoints and webhook events',
  );
  // A megabyte of script: on a busy machine it takes a while to start.
  await expect(page.locator('.opblock').first()).toBeVisible({ timeout: 60_000 });
  await page.locator('.opblock-summary-control').first().click();
  await expect(page.getByRole('button', { name: 'Try it out' })).toHaveCount(0);
});

/** A contract of the result in Swagger UI: loads when asked for, outlives redraws, fails in words. */
import type { Locator, Page } from '@playwright/test';
import { violations } from '../a11y/violations.ts';
import type { WizardPage } from './pages/wizard.ts';
import { expect, wizardTest as test } from './wizard-fixture.ts';

// A worker that answers for the network would hide a failed load.
test.use({ serviceWorkers: 'block' });

/** Swagger UI is a megabyte of script: on a busy machine it takes a while to start. */
const loading = { timeout: 60_000 };
test.describe.configure({ timeout: 180_000 });

const opener = (page: Page): Locator => page.getByRole('button', { name: 'Open in Swagger UI' });
const closer = (page: Page): Locator => page.getByRole('button', { name: 'Close Swagger UI' });
const text = (page: Page): Locator => page.getByRole('region', { name: /^Text of / });
const operations = (page: Page): Locator => page.locator('contract-box .opblock');

async function showContract(wizard: WizardPage): Promise<void> {
  await wizard.openResult();
  await wizard.page
    .getByRole('list', { name: 'Generated files' })
    .getByRole('button', { name: /openapi\.yaml/ })
    .first()
    .click();
}

test('opens in the place of the text, stays while the page is drawn again, and closes', async ({
  wizard,
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await showContract(wizard);
  await expect(opener(page)).toBeVisible();
  expect(asked.filter((path) => /swagger|show-contract/.test(path))).toEqual([]);

  await opener(page).click();
  await expect(operations(page).first()).toBeVisible(loading);
  await expect(text(page)).toBeHidden();
  await operations(page).first().getByRole('button').first().click(loading);
  await expect(page.getByRole('heading', { name: 'Responses' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try it out' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(wizard.status).toHaveText(/copied|copying/);
  await expect(page.getByRole('heading', { name: 'Responses' })).toBeVisible();

  await closer(page).click();
  await expect(text(page)).toBeVisible();
  await expect(operations(page)).toHaveCount(0);
});

test('closes when another file is shown', async ({ wizard, page }) => {
  await showContract(wizard);
  await opener(page).click();
  await expect(operations(page).first()).toBeVisible(loading);
  await page
    .getByRole('list', { name: 'Generated files' })
    .getByRole('button', { name: /^README\.md/ })
    .click();
  await expect(text(page)).toBeVisible();
  await expect(opener(page)).toHaveCount(0);
  await expect(operations(page)).toHaveCount(0);
});

test('says that it did not load, and leaves the text', async ({ wizard, page, problems }) => {
  await page.route(/\/_astro\/show-contract/, (route) => route.abort());
  await showContract(wizard);
  await opener(page).click();
  await expect(page.getByText(/Swagger UI did not load/)).toBeVisible();
  await expect(text(page)).toBeVisible();
  await expect(opener(page)).toBeVisible();
  expect(problems.splice(0).filter((problem) => !/ERR_FAILED/.test(problem))).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`has no accessibility violation, ${colorScheme}`, async ({ wizard, page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await showContract(wizard);
    await opener(page).click();
    await operations(page).first().getByRole('button').first().click(loading);
    await expect(page.getByRole('heading', { name: 'Responses' })).toBeVisible();
    expect(await violations(page, { within: 'contract-box' })).toEqual([]);
  });
}

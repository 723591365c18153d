/** Without JavaScript everything can still be read, found and seen. */
import { PAGES } from './built-pages.ts';
import { expect, test } from './fixtures.ts';

test.use({ javaScriptEnabled: false });

const PATTERN_PAGES = PAGES.filter((pathname) => /^\/patterns\/[^/]+\/[^/]+\/$/.test(pathname));

test('there are pattern pages to check', () => {
  expect(PATTERN_PAGES.length).toBeGreaterThan(0);
});

for (const pathname of PATTERN_PAGES) {
  test(`${pathname} shows its text, drawings and recorded run`, async ({ page }) => {
    await page.goto(pathname);
    const main = page.getByRole('main');
    for (const heading of ['Use it or not', 'Problem and mechanism', 'Run it', 'References']) {
      await expect(main.getByRole('heading', { name: heading, exact: true })).toBeVisible();
    }
    const words = (await main.innerText()).split(/\s+/);
    expect(words.length).toBeGreaterThan(500);

    const drawings = main.locator('figure.diagram').getByRole('img');
    expect(await drawings.count()).toBeGreaterThanOrEqual(2);
    for (const drawing of await drawings.all()) await expect(drawing).toBeVisible();
    // A drawing has a name; the plot inside it has none, and no height where its line is flat.
    const traces = main.locator('figure.trace').getByRole('img', { name: /./ });
    expect(await traces.count()).toBeGreaterThanOrEqual(2);
    for (const trace of await traces.all()) await expect(trace).toBeVisible();

    await expect(main.getByRole('region', { name: 'Output', exact: true })).toContainText(/\w+/);
    await expect(main.getByRole('button', { name: 'Run', exact: true })).toBeDisabled();
  });

  test(`${pathname} leads on: main navigation, category, contents`, async ({ page }) => {
    await page.goto(pathname);
    const contents = page.getByRole('navigation', { name: 'On this page' }).getByRole('link');
    await contents.last().click();
    await expect(page).toHaveURL(/#./);
    const navigation = page.getByRole('navigation', { name: 'Main' });
    await navigation.getByRole('link', { name: 'Catalogue' }).click();
    await expect(page).toHaveURL(/\/catalogue\/$/);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
}

for (const pathname of PAGES) {
  test(`${pathname} can be read`, async ({ page }) => {
    await page.goto(pathname);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect((await page.getByRole('main').innerText()).length).toBeGreaterThan(80);
  });
}

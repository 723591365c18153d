// cspell:ignore rabbithole
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { SearchPage } from './pages/search.ts';

const breakerPath = '/patterns/resilience-and-fault-tolerance/circuit-breaker/';

test.describe('the dialog', () => {
  test('opens with the button, the slash and Ctrl-K, and closes with Escape', async ({ page }) => {
    await page.goto('/about/');
    const { dialog, box } = new SearchPage(page, 'dialog');
    const button = page.getByRole('button', { name: 'Search' });
    await button.click();
    await expect(box).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(button).toBeFocused();
    for (const key of ['/', 'Control+k']) {
      await page.keyboard.press(key);
      await expect(box).toBeFocused();
      await expect(box).toHaveValue('');
      await page.keyboard.press('Escape');
    }
  });

  test('finds a pattern by what is seen, and Enter opens it', async ({ page }) => {
    await page.goto('/about/');
    const search = new SearchPage(page, 'dialog');
    await page.keyboard.press('/');
    await search.box.fill('threads exhausted');
    await expect(search.options.first()).toContainText('Circuit breaker');
    await expect(search.options.first().locator('mark')).toHaveText('threads exhausted');
    await expect(search.status).toHaveText(/^\d+ of 167/);
    await search.box.press('Enter');
    await expect(page).toHaveURL(breakerPath);
  });

  test('moves with the arrow keys and back into the box', async ({ page }) => {
    await page.goto('/about/');
    const search = new SearchPage(page, 'dialog');
    await page.keyboard.press('/');
    await search.box.fill('circuit breaker');
    await expect(search.box).toHaveAttribute('aria-expanded', 'true');
    expect(await search.activeOption()).toBeNull();
    await search.box.press('ArrowDown');
    await search.box.press('ArrowDown');
    await expect(search.options.nth(1)).toHaveAttribute('aria-selected', 'true');
    expect(await search.activeOption()).toBe('Circuit breaker');
    await search.box.press('ArrowUp');
    await search.box.press('ArrowUp');
    expect(await search.activeOption()).toBeNull();
  });

  test('offers symptoms until something is found', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 780 });
    await page.goto('/about/');
    const search = new SearchPage(page, 'dialog');
    await page.keyboard.press('/');
    const symptom = search.dialog.getByRole('button', { name: 'double charge' });
    await symptom.click();
    await expect(search.box).toHaveValue('double charge');
    await expect(search.options.first()).toContainText('Idempotency');
    await expect(symptom).toBeHidden();
  });

  test('adds places in the text', async ({ page }) => {
    await page.goto('/about/');
    const search = new SearchPage(page, 'dialog');
    await page.keyboard.press('/');
    await search.box.fill('half-open probes');
    const inText = search.dialog.getByRole('group', { name: 'In the text' });
    await expect(inText.getByRole('option').first()).toContainText('Circuit breaker');
    await expect(search.status).toHaveText(/in the text$/);
  });

  test('says so when there is nothing, and offers the closest', async ({ page }) => {
    await page.goto('/about/');
    const search = new SearchPage(page, 'dialog');
    await page.keyboard.press('/');
    await search.box.fill('rabbithole');
    await expect(search.dialog.getByText('Nothing for rabbithole. Closest:')).toBeVisible();
    await expect(search.options.first()).toContainText('Message queues');
    await expect(search.status).toHaveText(/^0 of 167/);
  });

  test('leads an unwritten capability to its place in the catalogue', async ({ page }) => {
    await page.goto('/about/');
    const search = new SearchPage(page, 'dialog');
    await page.keyboard.press('/');
    await search.box.fill('consumer lag');
    const option = search.option('Event streaming');
    await expect(option).toContainText('not written yet');
    await option.click();
    await expect(page).toHaveURL('/catalogue/event-driven-architecture/#event-streaming');
    await expect(page.getByRole('heading', { name: 'Event streaming' })).toBeInViewport();
  });

  test('has no accessibility violations while it is open', async ({ page }) => {
    await page.goto('/about/');
    const search = new SearchPage(page, 'dialog');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto('/about/');
      await page.keyboard.press('/');
      await search.box.fill('circuit breaker');
      await expect(search.options.first()).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
      expect(violations).toEqual([]);
    }
  });
});

test.describe('on a slow or missing network', () => {
  // The worker's copies would stand in for the network.
  test.use({ serviceWorkers: 'block' });

  test('no letter is lost, and what was typed is searched once it can be', async ({ page }) => {
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route(/\/_astro\/search-box/, async (route) => {
      await released;
      await route.continue();
    });
    await page.goto('/about/');
    const search = new SearchPage(page, 'dialog');
    await page.keyboard.press('/');
    await page.keyboard.type('half-open');
    await expect(search.dialog.getByRole('combobox')).toHaveValue('half-open');
    await expect(search.options).toHaveCount(0);
    release();
    await expect(search.options.first()).toContainText('Circuit breaker');
    await expect(search.box).toHaveValue('half-open');
    await expect(search.box).toBeFocused();
  });

  for (const [what, address] of [
    ['the script', /\/_astro\/search-box/],
    ['the index', /\/search-index\.json/],
  ] as const) {
    test(`the dialog says so when ${what} does not load`, async ({ page, problems }) => {
      await page.route(address, (route) => route.abort());
      await page.goto('/about/');
      const { dialog } = new SearchPage(page, 'dialog');
      await page.keyboard.press('/');
      await page.keyboard.type('cache');
      await expect(dialog.getByRole('alert')).toHaveText(/did not load\. Connect and reload\./);
      await expect(dialog.getByRole('combobox')).toHaveValue('cache');
      await dialog.getByRole('button', { name: 'Close' }).click();
      await expect(dialog).toBeHidden();
      expect(problems.splice(0).filter((problem) => !/ERR_FAILED/.test(problem))).toEqual([]);
    });
  }

  test('the home page says so too', async ({ page, problems }) => {
    await page.route(/\/_astro\/search-box/, (route) => route.abort());
    await page.goto('/');
    const region = page.getByRole('region', { name: 'Look up' });
    await region.getByRole('combobox').focus();
    await expect(region.getByRole('alert')).toHaveText(/did not load/);
    expect(problems.splice(0).filter((problem) => !/ERR_FAILED/.test(problem))).toEqual([]);
  });
});

test.describe('the home page', () => {
  test('shows an answer before anything is loaded for it', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto('/');
    const region = page.getByRole('region', { name: 'Look up' });
    await expect(region.getByRole('link', { name: /Circuit breaker/ }).first()).toBeVisible();
    await expect(region.getByRole('status')).toHaveText(/^\d+ of 167$/);
    expect(asked.filter((path) => /search-index|search-box|pagefind/.test(path))).toEqual([]);
  });

  test('answers as one types, with the numbers of the result at hand', async ({ page }) => {
    await page.goto('/');
    const search = new SearchPage(page, 'home');
    await search.box.fill('circuit breaker');
    await expect(search.options.first()).toContainText('Circuit breaker');
    const beside = page.getByRole('complementary', { name: 'The result in numbers' });
    await expect(beside.getByRole('rowheader').first()).toBeVisible();
    await search.box.press('ArrowDown');
    await search.box.press('ArrowDown');
    await expect(beside).toContainText('Not written yet');
    await search.box.press('Escape');
    await expect(search.box).toHaveValue('');
    await expect(search.options).toHaveCount(0);
  });

  test('answers the symptoms it names', async ({ page }) => {
    await page.goto('/');
    const search = new SearchPage(page, 'home');
    for (const [symptom, name] of [
      ['double charge', 'Idempotency'],
      ['page repeats a row', 'Pagination strategies'],
      ['consumer lag grows', 'Event streaming'],
    ] as const) {
      await page.getByRole('button', { name: symptom }).click();
      await expect(search.box).toHaveValue(symptom);
      await expect(search.options.first()).toContainText(name);
    }
  });

  test('takes the slash for its own box', async ({ page }) => {
    await page.goto('/');
    await page.keyboard.press('/');
    await expect(new SearchPage(page, 'home').box).toBeFocused();
  });

  test('has no accessibility violations while it answers', async ({ page }) => {
    await page.goto('/');
    const search = new SearchPage(page, 'home');
    await search.box.fill('cache');
    await expect(search.options.first()).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include('search-box').analyze();
    expect(violations).toEqual([]);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('links to the catalogue stand where the boxes would', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('combobox')).toBeHidden();
    await expect(page.getByRole('link', { name: /^All \d+ in the catalogue$/ })).toBeVisible();
    await page.goto('/about/');
    await expect(page.getByRole('button', { name: 'Search' })).toBeHidden();
    const banner = page.getByRole('banner');
    await expect(banner.getByRole('link', { name: 'Catalogue' }).last()).toBeVisible();
  });
});

/** What was read once can be read, run and searched without a network. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { RunBlock } from './pages/run-block.ts';
import { SearchPage } from './pages/search.ts';

const patternPage = '/patterns/resilience-and-fault-tolerance/circuit-breaker/';

/** Resolves once the service worker has a copy of what a reader may ask for next. */
async function kept(page: Page, ...names: readonly RegExp[]): Promise<void> {
  const addresses = (): Promise<readonly string[]> =>
    page.evaluate(async () => {
      const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
      const requests = await Promise.all(stores.map((store) => store.keys()));
      return requests.flat().map(({ url }) => url);
    });
  for (const name of names) {
    await expect.poll(async () => (await addresses()).some((each) => name.test(each))).toBe(true);
  }
}

test('a page read once opens again, and its example runs for the first time', async ({
  context,
  page,
  problems,
}) => {
  const block = new RunBlock(page);
  await block.open();
  await page.mouse.wheel(0, 300);
  const chunks = [/\/worker\./, /\/_23lab\./, /\/frame\./, /\/packages\./, /\/run-live\./];
  await kept(page, ...chunks, /\/examples\//, /\/code\/$/);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Circuit breaker');
  await block.run.click();
  await block.finished();
  await block.tab('main.ts').check({ force: true });
  await expect(block.file('main.ts')).toContainText('await compare(');
  expect(problems).toEqual([]);
});

test('the editor and the download are for those who ask: no copy of them is made ahead', async ({
  context,
  page,
}) => {
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  await new RunBlock(page).open();
  await page.mouse.wheel(0, 300);
  await kept(page, /\/edit-tools\./, /\/worker\./, /\/packages\./, /\/examples\//, /\/code\/$/);
  expect(asked.filter((url) => /edit-pane|download-project/.test(url))).toEqual([]);
});

test('a reader who presses Run goes first: what is kept ahead waits', async ({ context, page }) => {
  const block = new RunBlock(page);
  await block.open();
  await kept(page, /circuit-breaker\/$/);
  const order: string[] = [];
  context.on('requestfinished', (request) => order.push(new URL(request.url()).pathname));
  await block.run.click();
  await block.finished();
  await kept(page, /\/search-index\.json$/);
  const isEngine = (path: string): boolean => /\/(?:frame|worker|_23lab)\./.test(path);
  expect(order.filter(isEngine).length).toBeGreaterThan(1);
  const ahead = order.findIndex((path) => /search-index|tests-box/.test(path));
  expect(order.slice(ahead).filter(isEngine)).toEqual([]);
});

test('nothing is fetched ahead before a reader does anything', async ({ context, page }) => {
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  await new RunBlock(page).open();
  await kept(page, /circuit-breaker\/$/, /\/_astro\/Page\./);
  expect(asked.filter((url) => /live-playground|search-box|worker\./.test(url))).toEqual([]);
});

test('the search answers after one visit', async ({ context, page, problems }) => {
  await page.goto('/about/');
  await page.mouse.move(20, 200);
  const chunks = [/\/search-box\./, /\/lit-html\./, /\/load-styles\./, /\/search-results\./];
  await kept(page, ...chunks, /\/search-index\.json$/);
  await context.setOffline(true);
  const search = new SearchPage(page, 'dialog');
  await page.keyboard.press('/');
  await search.box.fill('breaker');
  await expect(search.options.first()).toContainText('Circuit breaker');
  problems.splice(0, problems.length, ...problems.filter((text) => !/pagefind/.test(text)));
});

test('a page that was never opened says so', async ({ context, page, problems }) => {
  await page.goto('/about/');
  await kept(page, /\/offline\/$/, /\/about\/$/);
  await context.setOffline(true);
  await page.goto(patternPage);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are offline');
  problems.splice(0);
});

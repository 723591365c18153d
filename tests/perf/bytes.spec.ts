/** Weighs the pattern page against a default Starlight site with the same content, in one run. */
import { expect, test, type Page } from '@playwright/test';
import { builtPages } from '../../scripts/html/pages.ts';
import { listenOnFreePort, type Listening } from '../../scripts/static-server/listen.ts';
import { siteHandler } from '../../scripts/static-server/respond.ts';
import { SITE_FOLDER } from '../e2e/built-pages.ts';
import { buildBaseline } from './baseline/build-baseline.ts';
import { measureLoad, type Load } from './measure-load.ts';
import { budgets } from './budgets.ts';

// One worker for all of them: they share the two measurements.
test.describe.configure({ mode: 'default', timeout: 300_000 });

let baseline: Listening | undefined;
let baselinePage: string;
let ours: Load;
let theirs: Load;

test.beforeAll(async ({ browser, baseURL }) => {
  const folder = await buildBaseline(await builtPages(SITE_FOLDER), budgets.patternPage);
  baseline = await listenOnFreePort(siteHandler(folder), 0);
  ours = await measureLoad(browser, new URL(budgets.patternPage, baseURL).href);
  baselinePage = `http://localhost:${baseline.port}${budgets.patternPage}`;
  theirs = await measureLoad(browser, baselinePage);
});

test.afterAll(() => baseline?.close());

test('the baseline says the same: words, drawings, tables, code', async ({ page, baseURL }) => {
  const own = await contentOf(page, new URL(budgets.patternPage, baseURL).href, 'main');
  const other = await contentOf(page, baselinePage, '.sl-markdown-content');
  expect(other).toMatchObject({ drawings: own.drawings, tables: own.tables, code: own.code });
  expect(other.words / own.words).toBeGreaterThan(0.97);
  expect(other.words / own.words).toBeLessThan(1.03);
});

test('bytes of a first visit', () => {
  const share = ours.bytes / theirs.bytes;
  console.log(`bytes: ${ours.bytes} / ${theirs.bytes} = ${share.toFixed(3)}`);
  expect(share, filesOf(ours)).toBeLessThanOrEqual(budgets.mostShareOfStarlightBytes);
});

test('script before anybody touches the page', () => {
  const share = ours.scriptBytes / theirs.scriptBytes;
  console.log(`script: ${ours.scriptBytes} / ${theirs.scriptBytes} = ${share.toFixed(3)}`);
  expect(share, filesOf(ours)).toBeLessThanOrEqual(budgets.mostShareOfStarlightScript);
});

function filesOf({ files }: Load): string {
  return `brotli bytes of a default Starlight page, and of ours:\n${theirs.files.join('\n')}\n\n${files.join('\n')}`;
}

/** Counts what a reader gets; left out is what a screen reader alone hears of Starlight's headings. */
async function contentOf(page: Page, url: string, selector: string) {
  await page.goto(url);
  return page.locator(selector).evaluate((main) => {
    const texts = document.createNodeIterator(main, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement?.closest('script, style, noscript, .sr-only, h1')
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
    );
    const words: string[] = [];
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      words.push(...((node.textContent ?? '').match(/[\p{L}\p{N}]+/gu) ?? []));
    }
    return {
      words: words.length,
      drawings: main.querySelectorAll('svg[role=img]').length,
      tables: main.querySelectorAll('table').length,
      code: main.querySelectorAll('pre').length,
    };
  });
}

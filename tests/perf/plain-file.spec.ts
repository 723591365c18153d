/** Weighs the pattern page against the least there could be: one plain file with the same content. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { serialize } from 'parse5';
import { brotli } from '../../scripts/build/precompress.ts';
import { elementsOf, parseHtml } from '../../scripts/html/document.ts';
import { SITE_FOLDER } from '../e2e/built-pages.ts';
import { budgets } from './budgets.ts';
import { measureLoad } from './measure-load.ts';

/** As much style as a plain page has. */
const STYLE = 'body{max-width:45rem;margin:auto;font:16px/1.6 sans-serif}pre{overflow:auto}';

test('bytes of a first visit, and of one plain file', async ({ browser, baseURL }) => {
  const ours = await measureLoad(browser, new URL(budgets.patternPage, baseURL).href);
  const html = await readFile(join(SITE_FOLDER, budgets.patternPage, 'index.html'), 'utf8');
  const main = [...elementsOf(parseHtml(html))].find(({ tagName }) => tagName === 'main');
  if (main === undefined) throw new Error(`${budgets.patternPage} has no main.`);
  const plain = `<!doctype html><meta charset="utf-8"><style>${STYLE}</style>${serialize(main)}`;
  const least = (await brotli(Buffer.from(plain))).length;
  const times = ours.bytes / least;
  console.log(`plain: ${ours.bytes} / ${least} = ${times.toFixed(2)}`);
  expect(times).toBeLessThanOrEqual(budgets.mostTimesPlainFile);
});

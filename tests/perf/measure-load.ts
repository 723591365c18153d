import type { Browser, Response } from '@playwright/test';
import { brotli } from '../../scripts/build/precompress.ts';
import { elementsOf, ownTextOf, parseHtml } from '../../scripts/html/document.ts';
import { settle } from './settle.ts';

/** What a first visit to a page costs before anybody touches it. Bytes are brotli, quality 11. */
export interface Load {
  readonly bytes: number;
  readonly scriptBytes: number;
  readonly requests: number;
  readonly files: readonly string[];
}

/** Formats that are compressed already. */
const PACKED = /\.(?:avif|jpg|png|webp|woff2)$/;

/**
 * Loads a page with an empty cache and weighs every answer. The service worker stays out: it copies
 * for offline use what the page has loaded, after the page stands.
 */
export async function measureLoad(browser: Browser, url: string): Promise<Load> {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 412, height: 823 },
  });
  try {
    const page = await context.newPage();
    const answers: Promise<Answer>[] = [];
    page.on('response', (response) => answers.push(weigh(response)));
    await page.goto(url);
    await settle(page, () => answers.length);
    const weighed = await Promise.all(answers);
    const sum = (key: 'bytes' | 'scriptBytes'): number =>
      weighed.reduce((total, answer) => total + answer[key], 0);
    return {
      bytes: sum('bytes'),
      scriptBytes: sum('scriptBytes'),
      requests: weighed.length,
      files: weighed.map(({ name, bytes }) => `${name} ${bytes}`),
    };
  } finally {
    await context.close();
  }
}

interface Answer {
  readonly name: string;
  readonly bytes: number;
  readonly scriptBytes: number;
}

async function weigh(response: Response): Promise<Answer> {
  const body = await response.body();
  const { pathname } = new URL(response.url());
  const bytes = PACKED.test(pathname) ? body.length : (await brotli(body)).length;
  const type = response.request().resourceType();
  const script = type === 'document' ? inlineScripts(body.toString()) : undefined;
  const inlineBytes = script === undefined ? 0 : (await brotli(Buffer.from(script))).length;
  return { name: pathname, bytes, scriptBytes: type === 'script' ? bytes : inlineBytes };
}

/** The scripts inside a page, which count as script though they travel with the HTML. */
function inlineScripts(html: string): string {
  return [...elementsOf(parseHtml(html))]
    .filter((element) => element.tagName === 'script' && !isData(element.attrs))
    .map(ownTextOf)
    .join('\n');
}

function isData(attributes: readonly { name: string; value: string }[]): boolean {
  return attributes.some(({ name, value }) => name === 'type' && /json|speculation/.test(value));
}

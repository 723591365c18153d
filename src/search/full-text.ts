import type { Segment } from './segments.ts';

/** A place in a page's text, found by the full-text index. */
export interface TextHit {
  readonly page: string;
  readonly heading: string;
  readonly url: string;
  readonly excerpt: readonly Segment[];
}

interface PagefindPlace {
  readonly url: string;
  readonly title: string;
  readonly excerpt: string;
}

interface PagefindPage {
  readonly meta: Readonly<Record<string, string>>;
  readonly sub_results: readonly PagefindPlace[];
}

/** The part of Pagefind's interface that is used: https://pagefind.app/docs/api/ */
interface Pagefind {
  search(query: string): Promise<{ results: { data(): Promise<PagefindPage> }[] }>;
}

/** Built after the pages are, so the bundler must not look for it. */
const pagefindUrl = '/pagefind/pagefind.js';
const textHitLimit = 3;

let loading: Promise<Pagefind> | undefined;

async function loadPagefind(): Promise<Pagefind> {
  loading ??= import(/* @vite-ignore */ pagefindUrl) as Promise<Pagefind>;
  return loading;
}

/** Pagefind gives HTML; parsed apart from the page and read as text, nothing in it can run. */
function excerptSegments(html: string): Segment[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.childNodes].map((node) => ({
    text: node.textContent ?? '',
    isMarked: node.nodeName === 'MARK',
  }));
}

function textHitOf({ meta, sub_results: places }: PagefindPage): TextHit | undefined {
  const place = places[0];
  if (place === undefined) return undefined;
  const page = meta['title'] ?? place.title;
  const { title: heading, url, excerpt } = place;
  return { page, heading, url, excerpt: excerptSegments(excerpt) };
}

/**
 * Searches the text of all pages. The first call loads the full-text index.
 *
 * @returns at most three places, best first
 * @throws Error where the index cannot be loaded
 */
export async function searchText(query: string): Promise<TextHit[]> {
  const pagefind = await loadPagefind();
  const { results } = await pagefind.search(query);
  const pages = await Promise.all(results.slice(0, textHitLimit).map((result) => result.data()));
  return pages.map(textHitOf).filter((hit) => hit !== undefined);
}

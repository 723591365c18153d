import { locate } from '../static-server/locate.ts';
import type { LinkedPage } from './read-page.ts';

/** An address that no host answers: links are resolved against it. */
const ORIGIN = 'https://site.invalid';

/**
 * Finds links that lead nowhere within the site. Links to other sites are left alone: nothing here
 * reaches a network.
 *
 * @param root Folder of the built site.
 * @param pages Every page of it.
 * @returns One line a broken link: `<page> → <link>: <what is wrong>`.
 */
export async function findBrokenLinks(
  root: string,
  pages: readonly LinkedPage[],
): Promise<string[]> {
  const byPath = new Map(pages.map((page) => [page.pathname, page]));
  const broken: string[] = [];
  for (const page of pages) {
    for (const link of new Set(page.links)) {
      const problem = await problemOf(root, page, link, byPath);
      if (problem !== undefined) broken.push(`${page.pathname} → ${link}: ${problem}`);
    }
  }
  return broken;
}

async function problemOf(
  root: string,
  page: LinkedPage,
  link: string,
  byPath: ReadonlyMap<string, LinkedPage>,
): Promise<string | undefined> {
  // A reference within the document, such as an SVG's symbol, and the page's own top.
  const url = URL.parse(link, `${ORIGIN}${page.pathname}`);
  if (url === null) return 'it is no address';
  if (url.origin !== ORIGIN) return undefined;
  const located = await locate(root, url.pathname);
  if (located.kind === 'redirect') return `it should be ${located.pathname}`;
  if (located.kind !== 'file') return 'there is no such file';
  const target = byPath.get(located.pathname);
  // What follows the tilde are answers, which the wizard reads.
  const [anchor = ''] = decodeURIComponent(url.hash.slice(1)).split('~');
  if (target === undefined || anchor === '' || target.anchors.has(anchor)) return undefined;
  return `there is no #${anchor} on the page`;
}

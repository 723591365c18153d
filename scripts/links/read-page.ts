import { attributeOf, elementsOf, parseHtml } from '../html/document.ts';

/** What a built page points at, and what can be pointed at on it. */
export interface LinkedPage {
  /** Address below the site's root. */
  readonly pathname: string;
  /** Every address in an attribute that loads or leads somewhere, as written. */
  readonly links: readonly string[];
  /** Ids, and names of anchors. */
  readonly anchors: ReadonlySet<string>;
}

const ADDRESSES = ['href', 'src', 'poster', 'action', 'data-example', 'data-elsewhere'];

/** @param html The text of the page. */
export function readPage(pathname: string, html: string): LinkedPage {
  const links: string[] = [];
  const anchors = new Set<string>();
  for (const element of elementsOf(parseHtml(html))) {
    const id = attributeOf(element, 'id');
    if (id !== undefined) anchors.add(id);
    for (const name of ADDRESSES) {
      const address = attributeOf(element, name);
      if (address !== undefined) links.push(address);
    }
    const srcset = attributeOf(element, 'srcset');
    if (srcset !== undefined) links.push(...addressesOf(srcset));
  }
  return { pathname, links, anchors };
}

/** `a.png 1x, b.png 2x` → `a.png`, `b.png` */
function addressesOf(srcset: string): string[] {
  return srcset.split(',').flatMap((candidate) => candidate.trim().split(/\s+/)[0] ?? []);
}

/** A page of the catalogue that a decision points to. */
export interface PatternLink {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  /** The same for use outside the site, with the address under which the site is published. */
  readonly url: string;
}

/** Finds the page of a capability; nothing when the page was built without it. */
export type FindPattern = (id: string) => PatternLink | undefined;

/** Reads the links that the server wrote into the page, where a link checker sees them too. */
export function patternLinksIn(root: ParentNode): FindPattern {
  const site = root.querySelector<HTMLElement>('[data-site]')?.dataset['site'] ?? location.href;
  const anchors = [...root.querySelectorAll<HTMLAnchorElement>('a[data-pattern]')];
  const links = anchors.map((anchor) => {
    const href = anchor.getAttribute('href') ?? '';
    const title = anchor.textContent.trim();
    return { id: anchor.dataset['pattern'] ?? '', title, href, url: new URL(href, site).href };
  });
  const byId = new Map(links.map((link) => [link.id, link]));
  return (id) => byId.get(id);
}

/** A page of the catalogue that a decision points to. */
export interface PatternLink {
  readonly id: string;
  readonly title: string;
  readonly href: string;
}

/** Finds the page of a capability; nothing when the page was built without it. */
export type FindPattern = (id: string) => PatternLink | undefined;

/** Reads the links that the server wrote into the page, where a link checker sees them too. */
export function patternLinksIn(root: ParentNode): FindPattern {
  const links = [...root.querySelectorAll<HTMLAnchorElement>('a[data-pattern]')].map((anchor) => ({
    id: anchor.dataset['pattern'] ?? '',
    title: anchor.textContent.trim(),
    href: anchor.getAttribute('href') ?? '',
  }));
  const byId = new Map(links.map((link) => [link.id, link]));
  return (id) => byId.get(id);
}

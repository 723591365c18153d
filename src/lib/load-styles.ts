/**
 * Adds a style sheet to the page. Scripts that load later do not bring styles along
 * (scripts/vite-lean-preload.ts), so they ask for theirs.
 *
 * @param href Address on the page's own origin, as `import href from './x.css?url'` gives it.
 * @returns the link, whose `load` event tells that the styles apply
 */
export function loadStyles(href: string): HTMLLinkElement {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  document.head.append(link);
  return link;
}

/**
 * Gives the lists of examples a name for screen readers, now and whenever Swagger UI draws one: it
 * puts a word beside them and does not connect the two.
 */
export function nameLists(place: HTMLElement): void {
  const name = (): void => {
    for (const list of place.querySelectorAll('.examples-select select:not([aria-label])')) {
      list.setAttribute('aria-label', 'Example');
    }
  };
  new MutationObserver(name).observe(place, { childList: true, subtree: true });
  name();
}

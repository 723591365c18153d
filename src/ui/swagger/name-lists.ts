/**
 * Names lists for screen readers, now and whenever Swagger UI draws one: it puts a word beside a
 * list and does not connect the two. A parameter's list is named after the parameter.
 */
export function nameLists(place: HTMLElement): void {
  const name = (): void => {
    for (const list of place.querySelectorAll('select:not([aria-label])')) {
      if (list.closest('label') !== null) continue;
      const parameter = list.closest('[data-param-name]')?.getAttribute('data-param-name');
      list.setAttribute('aria-label', parameter ?? 'Example');
    }
  };
  new MutationObserver(name).observe(place, { childList: true, subtree: true });
  name();
}

const systemIsDark = '(prefers-color-scheme: dark)';

/** A reader can choose a theme in the page; else the system's holds. */
export function showsDark(): boolean {
  const chosen = document.documentElement.dataset['scheme'];
  return chosen === 'dark' || (chosen !== 'light' && matchMedia(systemIsDark).matches);
}

/** Calls back whenever the system's theme or the one chosen in the page changes. */
export function whenThemeChanges(changed: () => void): void {
  matchMedia(systemIsDark).addEventListener('change', changed);
  new MutationObserver(changed).observe(document.documentElement, {
    attributeFilter: ['data-scheme'],
  });
}

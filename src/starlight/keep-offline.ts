/**
 * Starts the worker that keeps a copy of what was read. It is told what this visit has loaded, and
 * at a reader's first sign also to fetch what the page may load later: search, the engine, the
 * example and its code. A reader who saves data gets copies only of what was loaded.
 */
const SIGNS = ['scroll', 'pointermove', 'keydown'];

async function keepOffline(later: boolean): Promise<void> {
  await navigator.serviceWorker.register('/offline.js');
  const { active } = await navigator.serviceWorker.ready;
  const loaded = performance.getEntriesByType('resource').map((entry) => entry.name);
  const wanted = later
    ? ['/search-index.json', namedBy('example'), namedBy('elsewhere')].flat()
    : [];
  active?.postMessage({ files: [location.pathname, ...loaded, ...wanted], later });
}

/** The address in the first `data-…` attribute of that name, if the page has one. */
function namedBy(key: string): readonly string[] {
  const address = document.querySelector<HTMLElement>(`[data-${key}]`)?.dataset[key];
  return address === undefined ? [] : [address];
}

/** Without it everything works but reading offline. */
function keepWhenIdle(later: boolean): void {
  requestIdleCallback(() => void keepOffline(later).catch(() => undefined));
}

function onFirstSign(): void {
  for (const type of SIGNS) removeEventListener(type, onFirstSign);
  keepWhenIdle(true);
}

if ('serviceWorker' in navigator && isSecureContext) {
  addEventListener('load', () => {
    keepWhenIdle(false);
    if (navigator.connection?.saveData) return;
    for (const type of SIGNS) addEventListener(type, onFirstSign, { passive: true });
  });
}

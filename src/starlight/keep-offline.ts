/**
 * Starts the worker that keeps a copy of what was read. It is told what this visit has loaded, and
 * at a reader's first signs also to fetch what the page may load later: search, the engine, the
 * example and its code. A reader who saves data gets copies only of what was loaded.
 */
const SIGNS = ['scroll', 'pointermove', 'keydown'];

/** Elements name what they may load in an attribute `data-…` of one of these names. */
const NAMED_IN = ['example', 'elsewhere'];

async function keepOffline(later: boolean): Promise<void> {
  await navigator.serviceWorker.register('/offline.js');
  const { active } = await navigator.serviceWorker.ready;
  const loaded = performance.getEntriesByType('resource').map((entry) => entry.name);
  const named = NAMED_IN.flatMap(
    (name) => document.querySelector<HTMLElement>(`[data-${name}]`)?.dataset[name] ?? [],
  );
  const wanted = later ? ['/search-index.json', ...named] : [];
  active?.postMessage({ files: [location.pathname, ...loaded, ...wanted], later });
}

/** Without it everything works but reading offline. */
function keepWhenIdle(later: boolean): void {
  requestIdleCallback(() => void keepOffline(later).catch(() => undefined));
}

// Browsers have it in secure contexts only.
if ('serviceWorker' in navigator) {
  addEventListener('load', () => {
    keepWhenIdle(false);
    if (navigator.connection?.saveData) return;
    for (const type of SIGNS) addEventListener(type, () => keepWhenIdle(true), { once: true });
  });
}

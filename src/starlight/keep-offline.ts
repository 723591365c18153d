/** Starts the worker that keeps a copy of what was read, and tells it what this visit has loaded. */
async function keepOffline(): Promise<void> {
  await navigator.serviceWorker.register('/offline.js');
  const { active } = await navigator.serviceWorker.ready;
  const loaded = performance.getEntriesByType('resource').map((entry) => entry.name);
  active?.postMessage([location.pathname, ...loaded]);
}

if ('serviceWorker' in navigator && isSecureContext) {
  addEventListener('load', () => {
    // Without it everything works but reading offline.
    keepOffline().catch(() => undefined);
  });
}

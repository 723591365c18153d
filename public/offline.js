/**
 * Service worker: what was read once can be read, searched and run again without a network.
 * Pages and data: the network first, the copy where it fails. Files with a hash in their name: the
 * copy first, since they never change.
 */
const CACHE = 'backend-architect-1';
/** Older copies of hashed files go when there are more than this. */
const MOST_ENTRIES = 600;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(start()));
self.addEventListener('message', (event) => event.waitUntil(keepAll(event.data)));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  event.respondWith(
    url.pathname.startsWith('/_astro/') ? copyFirst(request) : networkFirst(request),
  );
});

async function start() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function copyFirst(request) {
  const copy = await caches.match(request, { cacheName: CACHE });
  return copy ?? fetchAndKeep(request);
}

async function networkFirst(request) {
  try {
    return await fetchAndKeep(request);
  } catch (error) {
    const copy = await caches.match(request, { cacheName: CACHE, ignoreSearch: true });
    if (copy) return copy;
    throw error;
  }
}

async function fetchAndKeep(request) {
  const response = await fetch(request);
  if (response.ok && response.type === 'basic') {
    const cache = await caches.open(CACHE);
    await cache.put(request, response.clone());
  }
  return response;
}

/** A page's first visit loads its files before this worker watches: it names them here. */
async function keepAll(addresses) {
  if (!Array.isArray(addresses)) return;
  const cache = await caches.open(CACHE);
  await Promise.all(addresses.map((address) => keep(cache, String(address))));
  const keys = await cache.keys();
  await Promise.all(
    keys.slice(0, Math.max(0, keys.length - MOST_ENTRIES)).map((key) => cache.delete(key)),
  );
}

async function keep(cache, address) {
  const url = new URL(address, location.origin);
  if (url.origin !== location.origin || (await cache.match(url))) return;
  try {
    await cache.add(url);
  } catch {
    // Gone, or the network is: the page works without a copy.
  }
}

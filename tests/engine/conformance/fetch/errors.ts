import { createServer as createRaw, type AddressInfo } from 'node:net';
import { once } from 'node:events';

// How a fetch fails: nobody listens, bad arguments, a server that speaks no HTTP or stops halfway.
interface Cause extends Error {
  code?: string;
  syscall?: string;
  address?: string;
}

async function attempt(title: string, run: () => Promise<unknown>): Promise<void> {
  try {
    console.log(title, await run());
  } catch (error) {
    const { name, message, cause } = error as Error & { cause?: Cause };
    console.log(title, name, message.replaceAll(/:\d{4,5}/g, ':PORT'), error instanceof TypeError);
    if (!cause) return;
    const { code, syscall, address } = cause;
    console.log('  cause', cause.name, cause.message.replaceAll(/:\d{4,5}/g, ':PORT'));
    console.log('  ', code, syscall, address, cause.constructor.name);
  }
}

const server = createRaw((socket) => {
  socket.once('data', (data) => {
    const path = /^GET (\S+)/.exec(String(data))?.[1] ?? '';
    const answers: Record<string, string> = {
      '/nonsense': 'this is no HTTP\r\n\r\n',
      '/cut-head': 'HTTP/1.1 200 OK\r\nContent-Le',
      '/cut-body': 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n1234',
      '/cut-chunk': 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\na\r\n1234',
      '/until-end': 'HTTP/1.1 200 OK\r\n\r\n1234',
      '/nothing': '',
    };
    socket.end(answers[path] ?? 'HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n');
  });
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = server.address() as AddressInfo;
const base = `http://127.0.0.1:${port}`;
for (const path of ['/nonsense', '/cut-head', '/nothing', '/cut-body', '/cut-chunk', '/until-end'])
  await attempt(path, async () => (await fetch(base + path)).text());
server.close();
await once(server, 'close');

await attempt('closed port', () => fetch(base));
await attempt('bad port', () => fetch('http://127.0.0.1:1/'));
await attempt('scheme', () => fetch('ftp://localhost/'));
await attempt('relative', () => fetch('/path'));
await attempt('nothing', () => (fetch as () => Promise<unknown>)());
await attempt('credentials', () => fetch('http://a:b@localhost/'));
await attempt('method', () => fetch(base, { method: 'A B' }));
await attempt('forbidden method', () => fetch(base, { method: 'TRACE' }));
await attempt('body with get', () => fetch(base, { body: 'x' }));
await attempt('header name', () => fetch(base, { headers: { 'a b': 'c' } }));
await attempt('header value', () => fetch(base, { headers: { a: 'b\nc' } }));
await attempt('framing', () =>
  fetch(base, { method: 'POST', body: 'x', headers: { 'Transfer-Encoding': 'chunked' } }),
);
await attempt('expect', () => fetch(base, { headers: { Expect: '100-continue' } }));
await attempt('duplex', () =>
  fetch(base, { method: 'POST', body: new ReadableStream() } as RequestInit),
);
await attempt('redirect mode', () => fetch(base, { redirect: 'sideways' as never }));

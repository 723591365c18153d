import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

// Redirects: followed, refused, handed over; what becomes of method, body and headers.
const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const status = Number(url.searchParams.get('status') ?? 0);
  let body = '';
  request.on('data', (piece) => (body += String(piece)));
  request.on('end', () => {
    const { authorization, 'content-type': type } = request.headers;
    console.log(' ', request.method, url.pathname, JSON.stringify(body), authorization, type);
    if (url.pathname === '/loop') response.writeHead(302, { Location: '/loop' });
    else if (url.pathname === '/empty') response.writeHead(302);
    else if (url.pathname === '/bad') response.writeHead(302, { Location: 'http://[' });
    else if (url.pathname === '/scheme') response.writeHead(302, { Location: 'ftp://x/' });
    else if (status) response.writeHead(status, { Location: '/end#part' });
    else response.setHeader('X-End', 'yes');
    response.end('body');
  });
});
server.listen(0);
await once(server, 'listening');
const base = `http://localhost:${(server.address() as AddressInfo).port}`;

async function go(path: string, init?: RequestInit): Promise<void> {
  try {
    const response = await fetch(base + path, init);
    console.log(path, response.status, response.redirected, response.type);
    console.log(' ', response.url.replace(base, ''), response.headers.get('location'));
    console.log(' ', JSON.stringify(await response.text()));
  } catch (error) {
    const { message, cause } = error as Error & { cause?: Error };
    console.log(path, message, '/', cause?.message);
  }
}

for (const status of [301, 302, 303, 307, 308]) {
  const headers = { Authorization: 'secret', 'Content-Type': 'text/x' };
  await go(`/?status=${status}`, { method: 'POST', body: 'data', headers });
}
await go('/?status=302', { method: 'PUT', body: 'data' });
await go('/?status=302', { redirect: 'manual' });
await go('/?status=302', { redirect: 'error' });
await go('/loop');
await go('/empty');
await go('/bad');
await go('/scheme');
await go('/?status=304');
server.close();

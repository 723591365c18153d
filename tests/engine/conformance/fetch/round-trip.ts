import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

// What a server sees of a fetch, and what the fetch sees of its answer.
const server = createServer((request, response) => {
  const seen = request.rawHeaders.filter((_, at) => at !== 1);
  console.log(request.method, request.url, JSON.stringify(seen));
  const pieces: Buffer[] = [];
  request.on('data', (piece: Buffer) => pieces.push(piece));
  request.on('end', () => {
    console.log('body', JSON.stringify(String(Buffer.concat(pieces))));
    response.setHeader('Set-Cookie', ['a=1', 'b=2']);
    response.setHeader('X-Twice', ['1', '2']);
    response.writeHead(201, 'Made');
    response.end('{"ok":true}');
  });
});
server.listen(0);
await once(server, 'listening');
const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

async function show(path: string, init?: RequestInit): Promise<void> {
  const response = await fetch(base + path, init);
  const { status, statusText, ok, redirected, type, bodyUsed } = response;
  console.log(status, statusText, ok, redirected, type, bodyUsed);
  console.log(response.url.replace(base, ''), response.headers.getSetCookie());
  console.log(response.headers.get('x-twice'), response.headers.get('content-length'));
  console.log(await response.json().catch((error: Error) => error.name), response.bodyUsed);
}

await show('/a?b=c#d');
await show('/post', { method: 'POST', body: 'text é' });
await show('/form', { method: 'post', body: new URLSearchParams({ a: '1 2', b: '&' }) });
await show('/bytes', { method: 'PUT', body: new Uint8Array([104, 105]) });
await show('/blob', { method: 'PATCH', body: new Blob(['blob'], { type: 'text/x' }) });
await show('/empty', { method: 'POST' });
await show('/head', { method: 'HEAD' });
await show('/own', { headers: { 'X-Own': 'yes', Cookie: 'c=d', 'User-Agent': 'me' } });
server.close();

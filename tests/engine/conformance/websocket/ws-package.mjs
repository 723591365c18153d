import { once } from 'node:events';
import { createServer } from 'node:http';
import WebSocket, { WebSocketServer } from 'ws';

// The package ws at both ends: its own port, a given server, no server, pings, closing, refusals.
async function echo(server, url, label) {
  server.on('connection', (socket, request) => {
    console.log(label, 'connection', request.url, request.headers.upgrade, socket.protocol);
    socket.on('message', (data, isBinary) => {
      console.log(label, 'server got', isBinary, String(data));
      socket.send(data, { binary: isBinary });
    });
    socket.on('ping', (data) => console.log(label, 'server ping', String(data)));
    socket.on('error', ({ code }) => console.log(label, 'server error', code));
    socket.on('close', (code, reason) => console.log(label, 'server close', code, String(reason)));
  });
  const client = new WebSocket(url, ['chat']);
  client.on('upgrade', ({ statusCode }) => console.log(label, 'upgrade', statusCode));
  await once(client, 'open');
  console.log(label, 'open', client.readyState, JSON.stringify(client.extensions), client.protocol);
  client.send('text ü');
  console.log(label, 'client got', String((await once(client, 'message'))[0]));
  client.send(Buffer.from([1, 2, 3]));
  console.log(label, 'client got', (await once(client, 'message'))[0]);
  client.ping('are you there');
  console.log(label, 'pong', String((await once(client, 'pong'))[0]));
  client.send('x'.repeat(70_000));
  console.log(label, 'long', (await once(client, 'message'))[0].length);
  client.close(4001, 'done');
  console.log(label, 'closed', ...(await once(client, 'close')).map(String));
}

const own = new WebSocketServer({ port: 0, maxPayload: 100_000 });
await once(own, 'listening');
await echo(own, `ws://localhost:${own.address().port}/own?a=b`, 'own');
console.log(own.clients.size);
const large = new WebSocket(`ws://localhost:${own.address().port}`);
await once(large, 'open');
large.send('x'.repeat(200_000));
console.log('too large', ...(await once(large, 'close')).map(String));
own.close();
await once(own, 'close');

const http = createServer((_, response) => response.end('plain'));
const attached = new WebSocketServer({ server: http, path: '/socket' });
http.listen(0);
await once(http, 'listening');
const { port } = http.address();
await echo(attached, `ws://localhost:${port}/socket`, 'attached');
const wrong = new WebSocket(`ws://localhost:${port}/other`);
wrong.on('unexpected-response', (_, response) => {
  console.log('unexpected', response.statusCode);
  response.resume();
});
await once(wrong, 'unexpected-response');
http.close();
attached.close();

const free = new WebSocketServer({ noServer: true });
const router = createServer();
router.on('upgrade', (request, socket, head) => {
  if (request.url !== '/in') {
    socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
    return;
  }
  free.handleUpgrade(request, socket, head, (ws) => free.emit('connection', ws, request));
});
router.listen(0);
await once(router, 'listening');
await echo(free, `ws://localhost:${router.address().port}/in`, 'free');
const barred = new WebSocket(`ws://localhost:${router.address().port}/out`);
console.log((await new Promise((resolve) => barred.on('error', resolve))).message);
const browser = new globalThis.WebSocket(`ws://localhost:${router.address().port}/in`);
await new Promise((resolve) => (browser.onopen = resolve));
browser.send('from the global one');
await new Promise((resolve) => (browser.onmessage = ({ data }) => resolve(console.log(data))));
free.clients.forEach((client) => client.terminate());
await new Promise(
  (resolve) => (browser.onclose = ({ code }) => resolve(console.log('code', code))),
);
router.close();
const refused = new WebSocket('ws://localhost:1');
console.log((await new Promise((resolve) => refused.on('error', resolve))).code);

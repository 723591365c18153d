import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

// The handshake by hand at both ends: what a client asks, how a server agrees, raw bytes after it.
const server = createServer((_, response) => {
  response.writeHead(426, { Upgrade: 'echo' });
  response.end('upgrade, please\n');
});
server.on('upgrade', (asked, socket: Socket, head) => {
  const { upgrade, connection } = asked.headers;
  console.log('server', asked.method, asked.url, upgrade, connection, head.length);
  if (asked.url === '/refuse') {
    socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno');
    return;
  }
  socket.write(
    'HTTP/1.1 101 Switching Protocols\r\nUpgrade: echo\r\nConnection: Upgrade\r\n\r\nhello ',
  );
  socket.pipe(socket);
});
server.listen(0);
await once(server, 'listening');
const { port } = server.address() as AddressInfo;

const plain = request({ port, headers: { 'X-A': 'b' } }).end();
const [refusal] = await once(plain, 'response');
console.log(refusal.statusCode, refusal.headers.upgrade, refusal.headers.connection);
refusal.resume();
await once(refusal, 'end');

const asking = request({
  port,
  path: '/echo',
  headers: { Connection: 'Upgrade', Upgrade: 'echo' },
});
asking.on('close', () => console.log('client request closed'));
asking.end();
const [response, socket, head] = (await once(asking, 'upgrade')) as [never, Socket, Buffer];
const { statusCode, headers, upgrade } = response as import('node:http').IncomingMessage;
console.log('client', statusCode, headers, upgrade, String(head));
console.log(socket.listenerCount('data'), socket.isPaused(), asking.destroyed);
socket.end('ping');
let text = '';
for await (const piece of socket) text += String(piece);
console.log('echo', text);

const refused = request({
  port,
  path: '/refuse',
  headers: { Connection: 'Upgrade', Upgrade: 'x' },
});
refused.end();
const [answer] = await once(refused, 'response');
console.log(answer.statusCode, answer.upgrade, String(await once(answer, 'data')));

// Nobody listens for `upgrade`: the socket goes.
const ignored = request({ port, path: '/echo', headers: { Connection: 'Upgrade', Upgrade: 'x' } });
ignored.end();
ignored.on('error', (error) => console.log('error', error.message));
await new Promise((resolve) => ignored.on('close', resolve));
console.log('gone', ignored.destroyed, createHash('sha1').update('x').digest('hex').length);
server.close();

import http from 'node:http';
import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';

// How long a connection stays, and how many requests it may carry.
const server = http.createServer((request, response) => response.end(request.url));
server.keepAliveTimeout = 7000;
server.maxRequestsPerSocket = 2;
server.on('dropRequest', (request) => console.log('dropped', request.url));
server.listen(0);
await once(server, 'listening');
const { port } = server.address() as AddressInfo;

async function send(text: string): Promise<void> {
  const socket = connect(port);
  socket.end(text);
  let answer = '';
  socket.on('data', (data) => (answer += String(data)));
  await once(socket, 'close');
  console.log(answer.replaceAll(/Date: .*\r\n/g, '').replaceAll('\r', ''));
}

const get = (path: string, more = '', version = '1.1'): string =>
  `GET ${path} HTTP/${version}\r\nHost: x\r\n${more}\r\n`;
await send(get('/1') + get('/2') + get('/3'));
await send(get('/close', 'Connection: close\r\n'));
await send(get('/old', '', '1.0'));
await send(get('/old-kept', 'Connection: keep-alive\r\n', '1.0'));
server.maxRequestsPerSocket = 0;
server.keepAliveTimeout = 0;
await send(get('/no-hint', 'Connection: close\r\n'));

const seen: (string | undefined)[] = [];
const own = http.createServer((request, response) => {
  seen.push(request.headers.connection);
  if (request.url === '/remove') response.removeHeader('connection');
  if (request.url === '/set') response.setHeader('Connection', 'close');
  if (request.url === '/hint') response.setHeader('Keep-Alive', 'timeout=9');
  response.end();
});
own.listen(0);
await once(own, 'listening');
const agent = new http.Agent({ keepAlive: true });
for (const path of ['/', '/remove', '/hint', '/set', '/']) {
  const request = http.get({ port: (own.address() as AddressInfo).port, path, agent });
  const [response] = (await once(request, 'response')) as [http.IncomingMessage];
  response.resume();
  await once(request, 'close');
  console.log(
    path,
    request.reusedSocket,
    response.headers.connection,
    response.headers['keep-alive'],
  );
  await new Promise(setImmediate);
}
console.log(seen);
agent.destroy();
own.close();
server.close();

import http from 'node:http';
import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';

// Who waits too long is told, or cut off.
const server = http.createServer({
  requestTimeout: 60,
  headersTimeout: 30,
  connectionsCheckingInterval: 10,
});
server.on('request', (request, response) => {
  if (request.url === '/response')
    response.setTimeout(15, () => response.end('response timed out'));
});
server.listen(0);
await once(server, 'listening');
const { port } = server.address() as AddressInfo;

const [response] = await once(http.get({ port, path: '/response', agent: false }), 'response');
for await (const piece of response) console.log(String(piece));

const request = http.get({ port, path: '/client', timeout: 15, agent: false });
request.on('timeout', () => {
  console.log('client timeout');
  request.destroy();
});
console.log((await new Promise<Error>((resolve) => request.on('error', resolve))).message);

const later = http.get({ port, path: '/later', agent: false });
later.setTimeout(15, () => later.destroy(new Error('later')));
console.log((await new Promise<Error>((resolve) => later.on('error', resolve))).message);

async function raw(text: string): Promise<void> {
  const socket = connect(port);
  socket.write(text);
  let answer = '';
  socket.on('data', (data) => (answer += String(data)));
  await once(socket, 'close');
  console.log(JSON.stringify(answer));
}
await raw('GET / HTTP/1.1\r\nHost: x\r\n');
await raw('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab');
server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
  console.log(error.code, error.message);
  socket.destroy();
});
await raw('GET / HTTP/1.1\r\n');

const idle = http.createServer((_, response) => response.end('x'));
idle.setTimeout(15, (socket) => {
  console.log('server timeout');
  socket.destroy();
});
idle.listen(0);
await once(idle, 'listening');
await once(connect((idle.address() as AddressInfo).port), 'close');
console.log(idle.timeout, server.headersTimeout, server.requestTimeout, server.keepAliveTimeout);
for (const value of ['x', -1, Infinity, {}]) {
  try {
    http.get({ port, timeout: value as never });
  } catch (error) {
    console.log((error as NodeJS.ErrnoException).code, (error as Error).message);
  }
}
idle.close();
server.close();
server.closeAllConnections();

import http from 'node:http';
import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';

// How much a head may hold: bytes and headers, at both ends.
const server = http.createServer({ maxHeaderSize: 200 }, (request, response) => {
  console.log(Object.keys(request.headers));
  response.setHeader('X-Long', 'y'.repeat(300));
  response.end('x');
});
server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
  console.log(error.code);
  socket.end('HTTP/1.1 431 Too much\r\n\r\n');
});
server.listen(0);
await once(server, 'listening');
const { port } = server.address() as AddressInfo;

async function send(headers: string): Promise<void> {
  const socket = connect(port);
  socket.write(`GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers}\r\n`);
  let answer = '';
  socket.on('data', (data) => (answer += String(data)));
  await once(socket, 'close');
  console.log(answer.split('\r\n')[0]);
}

await send('A: b\r\n');
await send(`A: ${'x'.repeat(200)}\r\n`);
server.maxHeadersCount = 3;
await send('A: b\r\n');
await send('A: b\r\nC: d\r\n');
server.maxHeadersCount = 0;
await send('A: b\r\nC: d\r\n');
for (const maxHeaderSize of [100, 1000]) {
  const request = http.get({ port, maxHeaderSize, agent: false });
  request.on('error', (error: NodeJS.ErrnoException) => console.log(error.code, error.message));
  request.on('response', (response) => {
    console.log(response.statusCode);
    response.resume();
  });
  await new Promise((resolve) => request.on('close', resolve));
}
for (const options of [{ maxHeaderSize: -1 }, { maxHeaderSize: 'x' }]) {
  try {
    http.createServer(options as never);
  } catch (error) {
    console.log((error as NodeJS.ErrnoException).code, (error as Error).message);
  }
}
server.close();

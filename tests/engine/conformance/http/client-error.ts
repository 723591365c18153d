import http from 'node:http';
import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';

// Bytes that are no request: what the server hears, and what the client gets.
const server = http.createServer((request, response) => {
  request.on('error', ({ message }) => console.log('request error', message));
  request.resume().on('end', () => response.end('fine'));
});
server.listen(0);
await once(server, 'listening');
const { port } = server.address() as AddressInfo;

async function send(text: string): Promise<void> {
  const socket = connect(port);
  socket.on('error', () => undefined);
  socket.write(text, 'latin1');
  let answer = '';
  socket.on('data', (data) => (answer += String(data)));
  await once(socket, 'close');
  console.log(JSON.stringify(text.slice(0, 60)), JSON.stringify(answer.split('\r\n').slice(0, 2)));
}

const bad = [
  'nonsense\r\n\r\n',
  'GET / HTTP/9.9\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: x\r\nA b: c\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: x\r\nA: b\n\r\n',
  'GET / HTTP/1.1\r\nHost: x\r\nA: b\r\n c\r\n\r\n',
  'GET / HTTP/1.1\r\n\r\n',
  'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n0\r\n\r\n',
  'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\nx',
  'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n',
  'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1 \r\nx\r\n0\r\n\r\n',
  'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n',
  `GET / HTTP/1.1\r\nHost: x\r\nA: ${'x'.repeat(20_000)}\r\n\r\n`,
  `POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1;${'x'.repeat(20_000)}\r\nx`,
];
for (const text of bad) await send(text);

server.on('clientError', (error: NodeJS.ErrnoException & { reason?: string }, socket: Socket) => {
  const { code, message, reason } = error;
  console.log(code, message, reason, (error as never as { rawPacket?: Buffer }).rawPacket?.length);
  socket.end('HTTP/1.1 418 Teapot\r\n\r\n');
});
for (const text of bad.slice(0, 5)) await send(text);
server.close();

const lenient = http.createServer({ insecureHTTPParser: true }, (request, response) => {
  console.log(request.headers);
  response.setHeader('Connection', 'close');
  response.end();
});
lenient.listen(0);
await once(lenient, 'listening');
const socket = connect((lenient.address() as AddressInfo).port);
socket.write('GET / HTTP/1.1\nHost: x\nA: b\x01c\n\n');
socket.resume();
await once(socket, 'close');
lenient.close();

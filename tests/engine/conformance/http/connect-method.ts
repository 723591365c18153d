import http from 'node:http';
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';

// CONNECT at both ends, and trailers both ways.
const server = http.createServer(async (request, response) => {
  for await (const piece of request) console.log('body', String(piece));
  console.log(request.trailers, request.rawTrailers, request.trailersDistinct);
  response.setHeader('Trailer', 'X-End');
  response.write('answer');
  response.addTrailers([
    ['X-End', 'yes'],
    ['X-End', 'twice'],
  ]);
  response.end();
});
server.listen(0);
await once(server, 'listening');
const { port } = server.address() as AddressInfo;

const refused = http.request({ port, method: 'CONNECT', path: 'a:80' }).end();
console.log((await new Promise<Error>((resolve) => refused.on('error', resolve))).message);
server.on('connect', (request, socket: Socket, head: Buffer) => {
  console.log('connect', request.url, head.length, request.upgrade);
  socket.write('HTTP/1.1 200 Connection established\r\nX-A: b\r\n\r\nhello ');
  socket.on('data', (data) => socket.end(`you said ${String(data)}`));
});
const request = http.request({ port, method: 'CONNECT', path: 'example.org:443' });
request.end();
const [response, socket, head] = (await once(request, 'connect')) as [
  http.IncomingMessage,
  Socket,
  Buffer,
];
console.log(response.statusCode, response.headers, String(head));
socket.write('hi');
let text = '';
for await (const piece of socket) text += String(piece);
console.log(text);

const sending = http.request({ port, method: 'POST', headers: { Trailer: 'X-Sum' } });
sending.write('part');
sending.addTrailers({ 'X-Sum': '4' });
sending.end();
const [answer] = (await once(sending, 'response')) as [http.IncomingMessage];
for await (const piece of answer) console.log(String(piece));
console.log(answer.trailers, answer.rawTrailers);
try {
  http.request({ port, headers: ['Trailer', 'x'] as never });
} catch (error) {
  console.log((error as NodeJS.ErrnoException).code);
}
server.close();

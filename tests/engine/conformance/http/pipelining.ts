import http from 'node:http';
import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';

// Several requests in one go: their answers come in their order, whenever they are ready.
const waiting: (() => void)[] = [];
const server = http.createServer((request, response) => {
  console.log('request', request.url, request.headers.connection);
  response.sendDate = false;
  response.on('close', () => console.log('done', request.url));
  waiting.push(() => response.end(`answer to ${request.url}\n`));
  if (waiting.length === 3) for (const answer of waiting.splice(0).reverse()) answer();
});
server.keepAliveTimeout = 0;
server.listen(0);
await once(server, 'listening');
const socket = connect((server.address() as AddressInfo).port);
let text = '';
socket.on('data', (data) => (text += String(data)));
socket.write(['/1', '/2', '/3'].map((path) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`).join(''));
while (!text.includes('/3\n')) await once(socket, 'data');
console.log(text.replaceAll('\r', ''));
text = '';
socket.write('GET /4 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
setTimeout(() => waiting.splice(0).forEach((answer) => answer()), 10);
await once(socket, 'close');
console.log(text.replaceAll('\r', ''));
server.close();

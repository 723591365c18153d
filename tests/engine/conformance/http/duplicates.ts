import http from 'node:http';
import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';

// Headers that come more than once, lists of them.
const head = [
  'GET / HTTP/1.1',
  ...['Host: one', 'Host: two', 'Cookie: a=1', 'Cookie: b=2', 'X-A: 1', 'X-A: 2'],
  ...['Content-Type: text/a', 'Content-Type: text/b', 'Accept: a', 'Accept: b'],
  ...['Set-Cookie: c', 'Set-Cookie: d', 'ETag: 1', 'ETag: 2', 'constructor: own', 'Empty:'],
];

async function serve(options: http.ServerOptions): Promise<void> {
  const server = http.createServer(options, (request, response) => {
    const { headers, headersDistinct, rawHeaders } = request;
    console.log(headers, headersDistinct, rawHeaders.length);
    response.end();
  });
  server.listen(0);
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port);
  socket.write(`${head.join('\r\n')}\r\nConnection: close\r\n\r\n`);
  socket.resume();
  await once(socket, 'close');
  server.close();
}

await serve({});
await serve({ joinDuplicateHeaders: true });

const server = http.createServer({ uniqueHeaders: ['x-list', 'Cookie'] }, (request, response) => {
  console.log(request.rawHeaders.filter((value) => !value.startsWith('localhost')));
  response.setHeader('X-List', ['a', 'b']);
  response.setHeader('x-lines', ['a', 'b']);
  response.writeHead(200, ['X-Raw', '1', 'x-raw', '2', 'X-LIST', 'c']);
  response.end();
});
server.listen(0);
await once(server, 'listening');
const { port } = server.address() as AddressInfo;
const request = http.get({
  port,
  headers: { Cookie: ['a', 'b'], 'X-A': ['1', '2'], 'X-U': ['3', '4'] },
  uniqueHeaders: ['x-u'],
});
const [response] = (await once(request, 'response')) as [http.IncomingMessage];
console.log(response.rawHeaders.slice(0, 10), response.headers['x-raw']);
response.resume();
await once(response, 'end');
const listed = http.get({ port, headers: ['Host', 'x', 'X-B', '1', 'X-B', '2'] as never });
const [second] = (await once(listed, 'response')) as [http.IncomingMessage];
second.resume();
console.log(listed.getHeaders(), listed.headersSent);
server.close();

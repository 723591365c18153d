import http from 'node:http';
import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';

// Answers that have no body, and what their heads say.
const server = http.createServer((request, response) => {
  response.sendDate = false;
  const status = Number(/\d+/.exec(request.url ?? '')?.[0] ?? 200);
  if (request.url?.endsWith('chunked')) response.setHeader('Transfer-Encoding', 'chunked');
  if (request.url?.endsWith('length')) response.setHeader('Content-Length', 4);
  response.writeHead(status);
  console.log(
    response.write('body', () => console.log('written')),
    response.headersSent,
  );
  response.end('more');
});
server.listen(0);
await once(server, 'listening');
const { port } = server.address() as AddressInfo;

async function raw(head: string): Promise<void> {
  const socket = connect(port);
  socket.end(`${head}\r\nHost: x\r\nConnection: close\r\n\r\n`);
  let text = '';
  socket.on('data', (data) => (text += String(data)));
  await once(socket, 'close');
  console.log(JSON.stringify(text));
}

await raw('HEAD / HTTP/1.1');
await raw('HEAD /length HTTP/1.1');
await raw('GET /204 HTTP/1.1');
await raw('GET /204-chunked HTTP/1.1');
await raw('GET /304 HTTP/1.1');
await raw('GET /304-length HTTP/1.1');
await raw('GET /205 HTTP/1.1');
await raw('GET / HTTP/1.0');
await raw('GET /length HTTP/1.0');

for (const [method, path] of [
  ['HEAD', '/length'],
  ['GET', '/304-length'],
  ['GET', '/204'],
]) {
  const [response] = await once(http.request({ port, method, path }).end(), 'response');
  response.on('data', () => console.log('data'));
  await once(response, 'end');
  console.log(
    method,
    path,
    response.statusCode,
    response.headers['content-length'],
    response.complete,
  );
}
server.close();

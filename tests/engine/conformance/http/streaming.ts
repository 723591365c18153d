import http from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

// Bodies in pieces, both ways, with back-pressure and trailers.
const server = http.createServer(async (request, response) => {
  console.log(
    request.method,
    request.headers['transfer-encoding'],
    request.headers['content-length'],
  );
  let bytes = 0;
  for await (const chunk of request) bytes += (chunk as Buffer).length;
  response.writeHead(201, 'Made', { Trailer: 'X-Sum', 'Content-Type': 'text/plain' });
  response.write(`got ${bytes}\n`);
  await new Promise((resolve) => setTimeout(resolve, 5));
  response.write('second\n');
  response.addTrailers({ 'X-Sum': 'abc' });
  response.end('last\n');
});
server.listen(0);
await once(server, 'listening');
const { port } = server.address() as AddressInfo;

async function send(method: string, pieces: readonly string[], headers = {}): Promise<void> {
  const request = http.request({ port, method, headers });
  for (const piece of pieces) {
    if (!request.write(piece)) await once(request, 'drain');
  }
  request.end();
  const [response] = (await once(request, 'response')) as [http.IncomingMessage];
  console.log(response.statusCode, response.statusMessage, response.headers.trailer);
  let text = '';
  for await (const chunk of response) text += String(chunk);
  console.log(JSON.stringify(text));
  console.log(response.trailers, response.rawTrailers);
}

await send('POST', ['a'.repeat(100_000), 'b'.repeat(200_000), 'c']);
await send('POST', ['12345'], { 'Content-Length': 5 });
await send('GET', []);
server.close();

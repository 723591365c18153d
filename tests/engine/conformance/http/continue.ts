import http from 'node:http';
import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';

// Expectations, and answers before the answer.
const server = http.createServer(async (request, response) => {
  if (request.url === '/information') {
    response.writeProcessing();
    response.writeEarlyHints({ link: '</a.css>; rel=preload', 'x-hint': 'yes' });
    response.writeEarlyHints({ link: ['</b.js>; rel=preload', '</c>; as=x'] });
    (response as never as { writeInformation(...args: unknown[]): void }).writeInformation(199, {
      a: 'b',
    });
    for (const link of ['no link', 5]) {
      try {
        response.writeEarlyHints({ link: link as never });
      } catch (error) {
        console.log((error as NodeJS.ErrnoException).code, (error as Error).message);
      }
    }
  }
  let body = '';
  for await (const piece of request) body += String(piece);
  response.end(`got ${body}`);
});
server.listen(0);
await once(server, 'listening');
const { port } = server.address() as AddressInfo;

async function send(path: string, expect?: string): Promise<void> {
  const headers = expect === undefined ? {} : { Expect: expect };
  const request = http.request({ port, path, method: 'POST', headers, agent: false });
  request.on('continue', () => {
    console.log('continue');
    request.end('body');
  });
  request.on('information', ({ statusCode, statusMessage, headers: given }) =>
    console.log('information', statusCode, statusMessage, given),
  );
  if (expect === undefined) request.end('plain');
  const [response] = (await once(request, 'response')) as [http.IncomingMessage];
  console.log(path, response.statusCode, response.statusMessage, response.headers.connection);
  for await (const piece of response) console.log(String(piece));
  if (!request.writableEnded) request.end();
}

await send('/information');
await send('/expect', '100-continue');
await send('/unknown', 'a miracle');
server.on('checkExpectation', (request, response) => {
  console.log('check expectation', request.headers.expect);
  response.end('checked');
});
await send('/unknown', 'a miracle');
server.on('checkContinue', (request, response) => {
  console.log('check continue', request.url);
  if (request.url === '/refuse') {
    response.statusCode = 413;
    response.end('too much');
    return;
  }
  response.writeContinue();
  server.emit('request', request, response);
});
await send('/check', '100-continue');
await send('/refuse', '100-continue');

const socket = connect(port);
socket.write('GET / HTTP/1.0\r\nExpect: 100-continue\r\n\r\n');
console.log(String((await once(socket, 'data'))[0]).split('\r\n')[0]);
server.close();

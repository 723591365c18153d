import http from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

// A server that gives up: without an answer, in the middle, and one that ends its socket.
const server = http.createServer((request, response) => {
  response.on('close', () => console.log('  response close', response.writableFinished));
  response.on('finish', () => console.log('  response finish'));
  switch (request.url) {
    case '/response':
      response.destroy();
      break;
    case '/error':
      response.on('error', ({ message }) => console.log('  response error', message));
      response.destroy(new Error('mine'));
      break;
    case '/socket':
      request.socket.destroy();
      break;
    case '/end':
      request.socket.end();
      break;
    case '/half':
      response.writeHead(200, { 'Content-Length': 10 });
      response.write('half', () => response.destroy());
      break;
    case '/chunked':
      response.write('half', () => request.socket.end());
      break;
    case '/reset':
      request.socket.resetAndDestroy();
      break;
    default:
      response.write('whole');
      response.end();
  }
});
server.listen(0);
await once(server, 'listening');
const { port } = server.address() as AddressInfo;

for (const path of ['/response', '/error', '/socket', '/end', '/half', '/chunked', '/reset', '/']) {
  await new Promise<void>((resolve) => {
    const request = http.get({ port, path, agent: false });
    request.on('error', ({ message, code }: NodeJS.ErrnoException) =>
      console.log(path, message, code),
    );
    request.on('close', () => {
      console.log(path, 'close');
      setTimeout(resolve, 5);
    });
    request.on('response', (response) => {
      console.log(path, response.statusCode);
      response.on('data', (data) => console.log(path, String(data)));
      response.on('aborted', () => console.log(path, 'aborted'));
      response.on('error', ({ message, code }: NodeJS.ErrnoException) =>
        console.log(path, message, code),
      );
      response.on('end', () => console.log(path, 'end', response.complete));
      response.on('close', () => console.log(path, 'response closed', response.complete));
    });
  });
}
server.close();

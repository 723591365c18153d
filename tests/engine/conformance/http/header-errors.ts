import http from 'node:http';
import type { AddressInfo } from 'node:net';

// What Node refuses, and in which words.
function attempt(title: string, run: () => unknown): void {
  try {
    console.log(title, run());
  } catch (error) {
    const { name, code, message } = error as Error & { code?: string };
    console.log(title, name, code, message);
  }
}

attempt('name', () => http.validateHeaderName('a b'));
attempt('empty name', () => http.validateHeaderName(''));
attempt('value', () => http.validateHeaderValue('x', 'a\nb'));
attempt('undefined', () => http.validateHeaderValue('x', undefined as never));
attempt('protocol', () => http.get('ftp://localhost/'));
attempt('path', () => http.get({ path: '/a b' }));
attempt('method', () => http.request({ method: 'A B' }));
attempt('method type', () => http.request({ method: 5 as never }));
attempt('host type', () => http.request({ hostname: 5 as never }));
attempt('agent', () => http.request({ agent: {} as never }));
attempt('timeout', () => http.createServer({ requestTimeout: -1 }));
attempt('order', () => http.createServer({ requestTimeout: 5, headersTimeout: 10 }));
attempt('url', () => http.get('nonsense'));
console.log(http.METHODS.length, http.STATUS_CODES[418], http.maxHeaderSize);

const server = http.createServer((_, response) => {
  attempt('set name', () => response.setHeader('a:b', 'c'));
  attempt('set nothing', () => response.setHeader('a', undefined as never));
  attempt('set character', () => response.setHeader('a', 'ж'));
  attempt('status', () => response.writeHead(42));
  attempt('status message', () => response.writeHead(200, 'a\nb'));
  response.statusMessage = 'Fine';
  response.setHeader('X-A', ['1', '2']);
  response.appendHeader('x-a', '3');
  attempt('get', () => response.getHeader('X-a'));
  attempt('names', () => [
    response.getHeaderNames(),
    response.getRawHeaderNames(),
    response.hasHeader('x-A'),
  ]);
  attempt('headers', () => response.getHeaders());
  attempt('chunk', () => response.write(5 as never));
  attempt('null', () => response.write(null as never));
  response.writeHead(200);
  attempt('set late', () => response.setHeader('a', 'b'));
  attempt('remove late', () => response.removeHeader('a'));
  attempt('append late', () => response.appendHeader('a', 'b'));
  attempt('write head twice', () => response.writeHead(200));
  response.on('error', ({ message }) => console.log('error', message));
  response.end('x');
  response.write('y', (error) => console.log('callback', error?.message));
  response.end('z');
});
server.listen(0, () => {
  const { port } = server.address() as AddressInfo;
  http.get({ port }, (response) => {
    console.log(response.headers['x-a'], response.headersDistinct['x-a']);
    response.resume().on('end', () => server.close());
  });
});

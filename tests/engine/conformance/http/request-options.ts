import http from 'node:http';
import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';

// The ways to ask: address, options, both; what goes out.
const server = http.createServer((request, response) => {
  console.log(
    request.method,
    request.url,
    JSON.stringify(request.rawHeaders).replaceAll(/\d{4,5}/g, 'PORT'),
  );
  request.resume();
  response.end();
});
server.listen(0);
await once(server, 'listening');
const { port } = server.address() as AddressInfo;
const base = `http://localhost:${port}`;

async function done(request: http.ClientRequest): Promise<void> {
  if (!request.writableEnded) request.end();
  const [response] = (await once(request, 'response')) as [http.IncomingMessage];
  response.resume();
  await once(response, 'close');
}

await done(http.request(`${base}/text?a=b#c`));
await done(http.request(new URL(`${base}/url`)));
await done(http.request(`${base}/both`, { method: 'delete', headers: { 'X-A': 'b' } }));
await done(http.request(new URL(`http://user:p%20w@localhost:${port}/auth`)));
await done(http.request({ port, path: '/own-auth', auth: 'a:b', headers: { authorization: 'x' } }));
await done(http.request({ port, path: '/no-host', setHost: false, headers: { host: 'mine' } }));
await done(http.request({ port, host: '127.0.0.1', path: '/host', agent: false }));
await done(http.request({ port, hostname: 'localhost', host: 'ignored', method: 'POST' }));
await done(http.request({ port, method: 'PUT', headers: { 'Transfer-Encoding': 'chunked' } }));
await done(
  http.request({ port, path: '/bare', setDefaultHeaders: false, headers: ['Host', 'x'] as never }),
);
await done(
  http.request({
    port,
    path: '/created',
    createConnection: (options) => connect(options as never),
  }),
);
await done(http.get(base, (response) => console.log('callback', response.statusCode)));
await done(http.get(base, { path: '/ü'.normalize() as never }).on('error', () => undefined));

const request = http.request({ port, path: '/fields' });
console.log(request.method, request.path, request.host, request.protocol, request.aborted);
console.log(request.getHeaders().host === `localhost:${port}`, request.maxHeadersCount);
request.path = '/changed';
request.setNoDelay();
request.setSocketKeepAlive(true, 100);
await done(request);
for (const path of ['/a b', '/\n']) {
  try {
    request.path = path;
  } catch (error) {
    console.log((error as NodeJS.ErrnoException).code);
  }
}
server.close();

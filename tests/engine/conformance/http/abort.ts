import http from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

// A request that is given up: before it has a socket, while it waits, in the middle of the answer.
const server = http.createServer((request, response) => {
  request.on('aborted', () => console.log('  server: aborted', request.url));
  request.on('close', () => console.log('  server: close', request.url, request.complete));
  if (request.url === '/half') response.write('half');
  server.emit('asked');
});
server.listen(0);
await once(server, 'listening');
const { port } = server.address() as AddressInfo;

async function attempt(path: string, act: (request: http.ClientRequest) => void): Promise<void> {
  const request = http.get({ port, path, agent: false });
  const log = (event: string) => (error?: Error & { code?: string }) =>
    console.log(path, event, error?.message ?? '', error?.code ?? '');
  for (const event of ['abort', 'error', 'close']) request.on(event, log(event));
  request.on('response', (response: http.IncomingMessage) => {
    for (const event of ['aborted', 'error', 'close']) response.on(event, log(`response ${event}`));
    response.once('data', () => act(request));
  });
  const closed = new Promise((resolve) => request.on('close', resolve));
  if (path === '/half') await once(server, 'asked');
  else if (path.startsWith('/now')) act(request);
  else {
    await once(server, 'asked');
    act(request);
  }
  await closed;
  console.log(path, request.destroyed, request.aborted, request.reusedSocket);
  await new Promise((resolve) => setTimeout(resolve, 10));
}

await attempt('/now-destroy', (request) => request.destroy());
await attempt('/now-error', (request) => request.destroy(new Error('mine')));
await attempt('/now-abort', (request) => request.abort());
await attempt('/wait-destroy', (request) => request.destroy());
await attempt('/wait-error', (request) => request.destroy(new Error('mine')));
await attempt('/wait-abort', (request) => request.abort());
await attempt('/half', (request) => request.destroy());

const signal = AbortSignal.abort();
const signalled = http.get({ port, signal });
signalled.on('error', ({ name, message }) => console.log(name, message));
await new Promise((resolve) => signalled.on('close', resolve));
const controller = new AbortController();
const late = http.get({ port, path: '/late', signal: controller.signal, agent: false });
late.on('error', ({ name }) => console.log('late', name));
await once(server, 'asked');
controller.abort();
await new Promise((resolve) => late.on('close', resolve));
server.close();

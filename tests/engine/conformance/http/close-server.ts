import http from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

// The end of a server: idle connections, busy ones, disposal, errors of close.
const agent = new http.Agent({ keepAlive: true });
const held: http.ServerResponse[] = [];
const server = http.createServer((request, response) => {
  if (request.url === '/hold') held.push(response);
  else response.end('x');
  server.emit('asked');
});
server.on('close', () => console.log('close event'));
server.listen(0);
await once(server, 'listening');
const { port } = server.address() as AddressInfo;
const idle = http.get({ port, agent });
const [response] = (await once(idle, 'response')) as [http.IncomingMessage];
response.resume();
await once(response, 'end');
const busy = http.get({ port, path: '/hold', agent: false });
busy.on('error', ({ message }) => console.log('busy', message));
await once(server, 'asked');
server.getConnections((error, count) => console.log('connections', error, count));
server.close((error) => console.log('closed', error));
console.log('listening', server.listening);
await new Promise((resolve) => setTimeout(resolve, 10));
server.getConnections((error, count) => console.log('connections', error, count));
await new Promise(setImmediate);
server.closeAllConnections();
await once(server, 'close');
console.log(held.length, held[0]?.destroyed);
server.close((error) => console.log((error as NodeJS.ErrnoException).code, error?.message));
await new Promise(setImmediate);
{
  await using disposed = http.createServer();
  disposed.listen(0);
  await once(disposed, 'listening');
  disposed.on('close', () => console.log('disposed'));
}
const calls = http.Server((_, answer) => answer.end());
console.log(calls instanceof http.Server, typeof http.Agent().addRequest);
agent.destroy();

import http from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

// An agent: names, limits, queues, sockets that are kept and used again.
const server = http.createServer((request, response) => response.end(request.url));
server.listen(0);
await once(server, 'listening');
const { port } = server.address() as AddressInfo;
const hide = (text: string): string => text.replaceAll(String(port), 'PORT');
const count = (lists: NodeJS.ReadOnlyDict<unknown[]>): string =>
  hide(JSON.stringify(Object.entries(lists).map(([name, list]) => [name, list?.length])));

const agent = new http.Agent({ keepAlive: true, maxSockets: 1, maxFreeSockets: 1 });
console.log(
  hide(agent.getName({ host: 'a', port })),
  agent.getName(),
  agent.getName({ family: 6 }),
);
console.log(agent.getName({ host: 'h', port: 1, localAddress: 'l', socketPath: '/s' }));
const { defaultPort, protocol, maxSockets, maxFreeSockets, scheduling, keepAliveMsecs } =
  agent as http.Agent & Record<string, unknown>;
console.log({ defaultPort, protocol, maxSockets, maxFreeSockets, scheduling, keepAliveMsecs });

function get(path: string): Promise<unknown> {
  return new Promise((resolve) => {
    const request = http.get({ port, path, agent }, (response) => {
      let text = '';
      response.on('data', (piece) => (text += String(piece)));
      response.on('end', () => console.log(text, request.reusedSocket, count(agent.requests)));
    });
    request.on('close', resolve);
  });
}

const all = Promise.all([get('/1'), get('/2'), get('/3')]);
console.log('sockets', count(agent.sockets), 'requests', count(agent.requests));
await all;
await new Promise(setImmediate);
console.log('free', count(agent.freeSockets), 'used', count(agent.sockets));
await get('/4');
agent.destroy();
await new Promise((resolve) => setTimeout(resolve, 10));
console.log('destroyed', count(agent.freeSockets), count(agent.sockets));

for (const options of [{ scheduling: 'x' }, { maxTotalSockets: 0 }, { maxTotalSockets: 'a' }]) {
  try {
    new http.Agent(options as never);
  } catch (error) {
    console.log((error as NodeJS.ErrnoException).code, (error as Error).message);
  }
}
const once2 = new http.Agent({ maxTotalSockets: 1 });
const gets = [0, 1].map(
  (each) =>
    new Promise((resolve) => {
      http.get({ port, path: `/t${each}`, agent: once2 }, (response) => {
        console.log(response.headers.connection);
        response.resume().on('close', resolve);
      });
    }),
);
console.log(count(once2.sockets), count(once2.requests), once2 instanceof http.Agent);
await Promise.all(gets);
console.log(http.globalAgent.options.keepAlive, http.Agent.defaultMaxSockets);
server.close();

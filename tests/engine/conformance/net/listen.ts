import { once } from 'node:events';
import { createServer, Server, type AddressInfo } from 'node:net';

// The ways to listen, a port that is taken, limits and refusals.
function attempt(title: string, run: () => unknown): void {
  try {
    run();
    console.log(title, 'fine');
  } catch (error) {
    const { name, code, message } = error as NodeJS.ErrnoException;
    console.log(title, name, code, message);
  }
}

for (const args of [
  [],
  [0],
  [0, '127.0.0.1'],
  [0, 5],
  [{ port: 0 }],
  [{ port: 0, host: '::1' }],
  [null],
  ['0'],
]) {
  const server = createServer();
  (server.listen as (...all: unknown[]) => void)(...args);
  await once(server, 'listening');
  const { address, family } = server.address() as AddressInfo;
  console.log(JSON.stringify(args), address, family, server.listening);
  server.close();
  console.log(server.address(), server.listening);
}
for (const wrong of [-1, 65_536, 1.5, {}, { port: 'x' }, { port: -1 }, { path: 5 }, true])
  attempt(JSON.stringify(wrong), () => createServer().listen(wrong as never));
attempt('options', () => createServer('x' as never));
attempt('delay', () => createServer({ keepAliveInitialDelay: 'x' as never }));
attempt('mark', () => createServer({ highWaterMark: 'x' as never }));

const first = createServer();
first.listen(0);
await once(first, 'listening');
attempt('twice', () => first.listen(0));
const { port } = first.address() as AddressInfo;
const second = createServer();
second.listen(port);
const [error] = (await once(second, 'error')) as [NodeJS.ErrnoException & { port?: number }];
console.log(
  error.code,
  error.syscall,
  error.message.replaceAll(String(port), 'PORT'),
  error.port === port,
);
second.listen(0, () => {
  console.log('second time', second.listening);
  second.close();
});
await once(second, 'listening');
const controller = new AbortController();
const aborted = new Server().listen({ port: 0, signal: controller.signal });
aborted.on('close', () => console.log('aborted'));
controller.abort();
await once(aborted, 'close');
first.close();

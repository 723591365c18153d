import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

// A fetch that somebody gives up: before, while it waits, and in the middle of the body.
const closed: string[] = [];
let arrived: () => void = () => undefined;
const server = createServer((request, response) => {
  if (request.url !== '/timeout')
    request.on('close', () => closed.push(`${request.url} ${request.aborted}`));
  if (request.url === '/half') {
    response.write('first half ');
    return;
  }
  arrived();
});
server.listen(0);
await once(server, 'listening');
const base = `http://localhost:${(server.address() as AddressInfo).port}`;

async function attempt(title: string, run: () => Promise<unknown>): Promise<void> {
  try {
    console.log(title, await run());
  } catch (error) {
    if (!(error instanceof Error)) return console.log(title, error);
    console.log(title, error.name, error.message, error.constructor.name, (error as never)['code']);
  }
}

await attempt('before', () => fetch(base, { signal: AbortSignal.abort() }));
await attempt('with a reason', () => fetch(base, { signal: AbortSignal.abort('my reason') }));

const waiting = new AbortController();
arrived = () => waiting.abort();
await attempt('waiting', () => fetch(`${base}/wait`, { signal: waiting.signal }));

const own = new AbortController();
arrived = () => own.abort(new RangeError('own error'));
await attempt('own error', () => fetch(`${base}/own`, { signal: own.signal }));

arrived = () => undefined;
await attempt('timeout', () => fetch(`${base}/timeout`, { signal: AbortSignal.timeout(20) }));

const half = new AbortController();
const response = await fetch(`${base}/half`, { signal: half.signal });
const reader = response.body?.getReader();
console.log(new TextDecoder().decode((await reader?.read())?.value));
half.abort();
await attempt('body', async () => reader?.read());

const request = new Request(base, { signal: AbortSignal.abort() });
console.log(request.signal.aborted);
await attempt('request', () => fetch(request));
server.close();
server.closeAllConnections();
process.on('exit', () => console.log(closed));

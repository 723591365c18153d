import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

// Bodies in pieces, up and down, at the same time; clones and readers.
const server = createServer((request, response) => {
  if (request.url === '/echo') {
    response.setHeader('X-Coding', String(request.headers['transfer-encoding']));
    request.pipe(response);
  } else if (request.url === '/slow') {
    let count = 0;
    const timer = setInterval(() => {
      response.write(`piece ${(count += 1)}\n`);
      if (count < 3) return;
      clearInterval(timer);
      response.end();
    }, 5);
  } else {
    response.end(Buffer.alloc(300_000, 'x'));
  }
});
server.listen(0);
await once(server, 'listening');
const base = `http://localhost:${(server.address() as AddressInfo).port}`;
const encoder = new TextEncoder();

const up = new ReadableStream<Uint8Array>({
  async start(controller) {
    for (const word of ['one', 'two', 'three']) {
      controller.enqueue(encoder.encode(`${word} `));
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    controller.close();
  },
});
const echoed = await fetch(`${base}/echo`, { method: 'POST', body: up, duplex: 'half' });
console.log(echoed.headers.get('x-coding'), await echoed.text());

async function* words(): AsyncGenerator<Uint8Array> {
  yield encoder.encode('from ');
  yield encoder.encode('a generator');
}
const body = words() as unknown as BodyInit;
console.log(await (await fetch(`${base}/echo`, { method: 'POST', body, duplex: 'half' })).text());

const slow = await fetch(`${base}/slow`);
let text = '';
for await (const piece of slow.body as unknown as AsyncIterable<Uint8Array>)
  text += new TextDecoder().decode(piece);
console.log(JSON.stringify(text), slow.bodyUsed);
await slow.text().catch((error: Error) => console.log(error.name, error.message));

const large = await fetch(base);
const twin = large.clone();
const [one, other] = await Promise.all([large.arrayBuffer(), twin.bytes()]);
console.log(one.byteLength, other.length);

const reader = (await fetch(base)).body?.getReader();
const first = await reader?.read();
console.log(first?.done, (first?.value?.length ?? 0) > 0);
await reader?.cancel('enough');
console.log((await reader?.read())?.done);

const broken = new ReadableStream({ pull: (c) => c.error(new Error('my own')) });
await fetch(`${base}/echo`, { method: 'POST', body: broken, duplex: 'half' }).catch(
  (error: Error) => console.log(error.message, (error.cause as Error).message),
);
server.close();
server.closeAllConnections();

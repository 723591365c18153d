import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

const { stdin } = process;
console.log(
  stdin instanceof Readable,
  stdin.fd,
  stdin.isTTY,
  stdin.readable,
  stdin === process.stdin,
);
for (const event of ['data', 'end', 'close']) stdin.on(event, () => console.log(event));
const lines = [];
for await (const line of createInterface({ input: stdin })) lines.push(line);
console.log(lines, stdin.readableEnded);
console.log((await text(Readable.from([]))) === '');
await new Promise((resolve) => setImmediate(resolve));

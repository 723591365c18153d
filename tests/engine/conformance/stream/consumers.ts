import { Readable } from 'node:stream';
import * as consumers from 'node:stream/consumers';

const source = () => Readable.from([Buffer.from('{"a":'), Buffer.from('"ä"}')]);
console.log(await consumers.text(source()));
console.log(await consumers.json(source()));
console.log(await consumers.buffer(source()));
console.log(await consumers.arrayBuffer(source()));
console.log(await consumers.bytes(source()));
const blob = await consumers.blob(source());
console.log(blob.size, await blob.text());
console.log(await consumers.text(Readable.from(['text ', 'in parts'])));
const split = Buffer.from('€');
console.log(await consumers.text(Readable.from([split.subarray(0, 1), split.subarray(1)])));
const web = new ReadableStream({
  start(controller) {
    controller.enqueue('from the web');
    controller.close();
  },
});
console.log(await consumers.text(web as never));
await consumers.json(Readable.from(['{'])).catch((error) => console.log(error.name));
await consumers.text(Readable.from([5])).catch((error) => console.log(error.name));
console.log(Object.keys(consumers).sort().join());
async function* generated() {
  yield 'a generator';
}
console.log(await consumers.text(generated() as never));

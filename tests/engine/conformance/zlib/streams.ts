import { once } from 'node:events';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';

async function collect(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const text = 'a stream of words, a stream of words\n'.repeat(300);
const pieces = text.match(/[^]{1,1000}/g) ?? [];
const packed = await collect(Readable.from(pieces).pipe(zlib.createGzip()));
console.log(packed.length, zlib.gunzipSync(packed).toString() === text);
const unpacked = await collect(Readable.from([packed]).pipe(zlib.createUnzip()));
console.log(unpacked.toString() === text);
const byByte = Readable.from(Array.from(packed, (byte) => Buffer.of(byte)));
console.log((await collect(byByte.pipe(zlib.createGunzip()))).toString() === text);

const deflate = zlib.createDeflate();
deflate.write('first');
deflate.flush(() => {
  console.log('flushed', zlib.inflateSync(deflate.read(), { finishFlush: 2 }).toString());
  deflate.end('second');
});
await once(deflate, 'finish');
console.log(deflate.bytesWritten, deflate instanceof zlib.Deflate);

const broken = zlib.createInflate();
broken.end('nonsense');
const [error] = (await once(broken, 'error')) as [Error];
console.log(error.message, Reflect.get(error, 'code'));
let total = 0;
await pipeline(
  Readable.from(pieces),
  zlib.createDeflateRaw({ level: 9 }),
  zlib.createInflateRaw(),
  new Writable({
    write(chunk: Buffer, _encoding, done) {
      total += chunk.length;
      done();
    },
  }),
);
console.log(total === text.length);

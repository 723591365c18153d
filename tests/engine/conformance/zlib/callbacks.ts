import { promisify } from 'node:util';
import zlib, { gunzip, gzip, inflate } from 'node:zlib';

// One after the other, since the threads of Node finish in any order.
console.log('before');
gzip('hello', (error, packed) => {
  console.log(error, packed);
  gunzip(packed, (another, text) => {
    console.log(another, text.toString());
    void fail();
  });
});
console.log('after');

async function fail(): Promise<void> {
  const failed = Promise.withResolvers<void>();
  inflate(Buffer.from('no'), (error, result) => {
    console.log(error?.message, Reflect.get(error ?? {}, 'code'), result);
    failed.resolve();
  });
  await failed.promise;
  const large = zlib.deflateSync('a'.repeat(50));
  try {
    await promisify<Buffer, object, Buffer>(zlib.unzip)(large, { maxOutputLength: 10 });
  } catch (error) {
    console.log((error as Error).message, Reflect.get(error as Error, 'code'));
  }
  const packed = await promisify(zlib.deflateRaw)('promised');
  console.log((await promisify(zlib.inflateRaw)(packed)).toString());
}

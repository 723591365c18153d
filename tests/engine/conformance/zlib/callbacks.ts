import { promisify } from 'node:util';
import zlib, { gunzip, gzip, inflate } from 'node:zlib';

console.log('before');
gzip('hello', (error, packed) => {
  console.log(error, packed);
  gunzip(packed, (another, text) => console.log(another, text.toString()));
});
gzip('hello', { level: 0 }, (error, packed) => console.log(error, packed.length));
inflate(Buffer.from('no'), (error, result) => {
  console.log(error?.message, Reflect.get(error ?? {}, 'code'), result);
});
zlib.unzip(zlib.deflateSync('a'.repeat(50)), { maxOutputLength: 10 }, (error) => {
  console.log(error?.message, Reflect.get(error ?? {}, 'code'));
});
console.log('after');
const packed = await promisify(zlib.deflateRaw)('promised');
console.log((await promisify(zlib.inflateRaw)(packed)).toString());

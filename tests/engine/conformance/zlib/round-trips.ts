import zlib from 'node:zlib';

const texts = ['', 'a', 'hello hello hello', 'é€😀'.repeat(50), 'x'.repeat(70_000)];
for (const text of texts) {
  const [deflated, gzipped, raw] = [
    zlib.deflateSync(text),
    zlib.gzipSync(text),
    zlib.deflateRawSync(text),
  ];
  console.log(deflated.length, gzipped.length, raw.length, deflated, gzipped);
  console.log(
    zlib.inflateSync(deflated).toString() === text,
    zlib.gunzipSync(gzipped).toString() === text,
    zlib.inflateRawSync(raw).toString() === text,
    zlib.unzipSync(gzipped).equals(zlib.unzipSync(deflated)),
  );
}
for (let level = -1; level <= 9; level++)
  console.log(level, zlib.deflateSync('abcabcabd'.repeat(30), { level }).toString('base64'));
for (const strategy of [0, 1, 2, 3, 4])
  console.log(strategy, zlib.deflateRawSync('aaaabbbb'.repeat(9), { strategy }).toString('hex'));
for (const options of [{ windowBits: 9 }, { memLevel: 1 }, { chunkSize: 64 }])
  console.log(options, zlib.gzipSync('some text '.repeat(40), options).toString('hex'));
const dictionary = Buffer.from('hello world');
const packed = zlib.deflateSync('hello world, hello', { dictionary });
console.log(packed, zlib.inflateSync(packed, { dictionary }).toString());
const rawPacked = zlib.deflateRawSync('hello world', { dictionary });
console.log(rawPacked, zlib.inflateRawSync(rawPacked, { dictionary }).toString());
console.log(zlib.crc32('a'), zlib.crc32(Buffer.from('b'), zlib.crc32('a')), zlib.crc32(''));
console.log(zlib.inflateSync(new Uint8Array(zlib.deflateSync('view')).buffer).toString());

import zlib from 'node:zlib';

function attempt(name: string, call: () => unknown): void {
  try {
    console.log(name, call());
  } catch (error) {
    const { name: kind, code, errno, message } = error as Record<string, unknown>;
    console.log(name, kind, code, errno, message);
  }
}

const gzipped = zlib.gzipSync('abc');
const spoiled = Buffer.from(gzipped);
spoiled.writeUInt32LE(1, spoiled.length - 8);
const bad = [Buffer.from('garbage garbage'), Buffer.alloc(0), gzipped.subarray(0, 15), spoiled];
for (const bytes of bad) {
  attempt('inflate', () => zlib.inflateSync(bytes));
  attempt('gunzip', () => zlib.gunzipSync(bytes));
  attempt('inflateRaw', () => zlib.inflateRawSync(bytes));
  attempt('unzip', () => zlib.unzipSync(bytes));
}
const more = [gzipped, Buffer.from('xyz'), Buffer.alloc(5), Buffer.from([0x1f])];
for (const each of more)
  attempt('after', () => zlib.gunzipSync(Buffer.concat([gzipped, each])).toString());
attempt('after', () =>
  zlib.inflateSync(Buffer.concat([zlib.deflateSync('abc'), bad[0] ?? gzipped])),
);
const { Z_SYNC_FLUSH } = zlib.constants;
attempt('cut', () => zlib.gunzipSync(gzipped.subarray(0, 15), { finishFlush: Z_SYNC_FLUSH }));
const withDictionary = zlib.deflateSync('abc', { dictionary: Buffer.from('abc') });
attempt('dictionary', () => zlib.inflateSync(withDictionary));
attempt('dictionary', () => zlib.inflateSync(withDictionary, { dictionary: Buffer.from('abd') }));
attempt('limit', () =>
  zlib.inflateSync(zlib.deflateSync('a'.repeat(999)), { maxOutputLength: 99 }),
);
const options: Record<string, unknown>[] = [
  ...[{ level: 10 }, { level: 'x' }, { level: NaN }, { level: Infinity }, { windowBits: 7 }],
  ...[{ windowBits: 0 }, { memLevel: 0 }, { strategy: 5 }, { chunkSize: 10 }, { flush: 9 }],
  ...[{ dictionary: 5 }, { maxOutputLength: 0 }, { finishFlush: -1 }],
];
for (const each of options) attempt(JSON.stringify(each), () => zlib.deflateSync('a', each));
// Programs pass these in spite of the types.
for (const value of [5, undefined, null, {}]) {
  attempt('deflate', () => zlib.deflateSync(value as unknown as string));
  attempt('crc32', () => zlib.crc32(value as unknown as string));
}
attempt('crc32', () => zlib.crc32('a', -1));
attempt('callback', () => Reflect.apply(zlib.gzip, zlib, ['a']));

import { StringDecoder } from 'node:string_decoder';

function attempt(call: () => unknown): void {
  try {
    console.log(call());
  } catch (error) {
    console.log(
      (error as Error).name,
      Reflect.get(error as Error, 'code'),
      (error as Error).message,
    );
  }
}

// Programs pass these in spite of the types.
for (const encoding of [
  'UTF-8',
  'Utf16LE',
  'binary',
  '',
  null,
  undefined,
  'nope',
  5,
  {},
  [],
  NaN,
  Symbol('s'),
  true,
])
  attempt(() => new StringDecoder(encoding as BufferEncoding).encoding);
for (const chunk of [
  'text',
  new Uint16Array([0x4241]),
  new DataView(Uint8Array.of(0x43).buffer),
  5,
  null,
  undefined,
  {},
  [1],
])
  attempt(() => new StringDecoder().write(chunk as Buffer));
attempt(() => Reflect.apply(StringDecoder.prototype.write, {}, [Buffer.from('a')]));
attempt(() => Reflect.apply(StringDecoder.prototype.end, {}, [Buffer.from('a')]));
const decoder = new StringDecoder();
decoder.write(Buffer.from([0xe2, 0x82]));
console.log(
  Reflect.get(decoder, 'lastNeed'),
  Reflect.get(decoder, 'lastTotal'),
  Reflect.get(decoder, 'lastChar'),
);
decoder.encoding = 'hex';
console.log(decoder.write(Buffer.from([0xac])), decoder.encoding, Object.keys(decoder));

import { StringDecoder } from 'node:string_decoder';

const bytes = {
  utf8: Buffer.from('a€😀é'),
  utf16le: Buffer.from('a€😀é', 'utf16le'),
  base64: Buffer.from('abcdefg'),
  base64url: Buffer.from([251, 255, 191, 1]),
  hex: Buffer.from('abc'),
  latin1: Buffer.from('aé', 'latin1'),
  ascii: Buffer.from([97, 233]),
};
for (const [encoding, whole] of Object.entries(bytes))
  for (let size = 1; size <= 4; size++) {
    const decoder = new StringDecoder(encoding as BufferEncoding);
    const texts: string[] = [];
    for (let at = 0; at < whole.length; at += size)
      texts.push(decoder.write(whole.subarray(at, at + size)));
    console.log(encoding, size, texts, [decoder.end()]);
  }
const broken = [
  [0xe2, 0x82],
  [0xe2, 0x41],
  [0xf0, 0x9f, 0x41],
  [0xc0, 0x80],
  [0xed, 0xa0, 0x80],
  [0xff],
  [0xe2, 0x82, 0xe2, 0x82, 0xac],
];
for (const each of broken) {
  const decoder = new StringDecoder();
  console.log(
    each.map((byte) => decoder.write(Buffer.of(byte))),
    [decoder.end(), decoder.end(Buffer.of(0xc3)), decoder.write(Buffer.of(0xa9))],
  );
}
const wide = new StringDecoder('utf16le');
console.log(
  [[0x3d], [0xd8], [0x4d], [0xdc], [0x3d, 0xd8, 0x4d], [0xdc], [0x90], [0xdb, 0xdc]].map((each) =>
    wide.write(Buffer.from(each)),
  ),
  [wide.end()],
);

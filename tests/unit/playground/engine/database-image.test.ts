import { expect, test } from 'vitest';
import {
  packImage,
  unpackImage,
} from '../../../../playground/engines/embedded/packages/pglite/image.ts';

/** One file of a tar file: a header of one block, and the content in whole blocks. */
function entry(name: string, content: string): Uint8Array {
  const bytes = new TextEncoder().encode(content);
  const file = new Uint8Array(512 + Math.ceil(bytes.length / 512) * 512);
  const write = (text: string, at: number): void =>
    void new TextEncoder().encodeInto(text, file.subarray(at));
  write(name, 0);
  write(bytes.length.toString(8).padStart(11, '0'), 124);
  file.set(bytes, 512);
  return file;
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const image = (tar: Uint8Array): Uint8Array =>
  joined(packImage(tar, (content) => Buffer.from(content).toString('hex')));
const unpacked = (packed: Uint8Array): Uint8Array =>
  joined(unpackImage(packed.slice().buffer as ArrayBuffer));

const end = new Uint8Array(1024);
const page = 'x'.repeat(8192);
const tar = joined([
  entry('base/1/1255', page),
  entry('base/4/1255', page),
  entry('global/', ''),
  entry('PG_VERSION', '18\n'),
  entry('base/5/1255', page),
  end,
]);

test('an image gives the tar file back, byte for byte', () => {
  expect(unpacked(image(tar))).toEqual(tar);
});

test('a content that comes again is only named', () => {
  expect(image(tar).length).toBe(5 * (512 + 4) + 8192 + 512);
});

test('an image that names a content it does not have is refused', () => {
  const broken = image(tar).slice();
  new DataView(broken.buffer).setUint32(512, 7);
  expect(() => unpacked(broken)).toThrow('The image of the database is broken.');
});

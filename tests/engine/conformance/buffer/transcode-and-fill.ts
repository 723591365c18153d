import { transcode } from 'node:buffer';
import { attempt } from './lib/attempt.ts';

const sources = [
  [0xc3, 0xa9, 0x61],
  [0xe9, 0xff],
  [0x3d, 0xd8, 0x4d, 0xdc],
  [0x61, 0],
  [0x61],
  [0x0d, 0x20],
  [0xad, 0x41],
  [],
];
const encodings = ['utf8', 'ucs2', 'latin1', 'ascii', 'hex', undefined, ''];
for (const source of sources)
  for (const from of encodings)
    for (const to of encodings)
      attempt(`${source} ${from} ${to}`, () =>
        transcode(Buffer.from(source), from as 'utf8', to as 'utf8'),
      );
for (const encoding of ['hex', 'HEX', 'nope', null, undefined, 5, '', 'ucs2'])
  for (const offset of [undefined, 0, -1])
    for (const text of ['6162', 'zz', '', 'é'])
      attempt(`fill ${text} ${offset} ${encoding}`, () =>
        Buffer.alloc(6, '.')
          .fill(text, offset, undefined, encoding as BufferEncoding)
          .toString('hex'),
      );

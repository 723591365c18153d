import zlib from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Codec } from '../../../../../playground/engines/embedded/packages/zlib/codec.ts';
import {
  modes,
  type Mode,
} from '../../../../../playground/engines/embedded/packages/zlib/constants.ts';

const finish = 4;

/** How a format is packed and unpacked, here and by Node. */
const formats = [
  { pack: modes.DEFLATE, unpack: modes.INFLATE, node: zlib.deflateSync },
  { pack: modes.GZIP, unpack: modes.GUNZIP, node: zlib.gzipSync },
  { pack: modes.DEFLATERAW, unpack: modes.INFLATERAW, node: zlib.deflateRawSync },
] as const;

const settings = {
  ...{ chunkSize: 16_384, flush: 0, finishFlush: finish, maxOutputLength: 1_000_000, info: false },
  ...{ windowBits: 15, level: -1, memLevel: 8, strategy: 0, dictionary: undefined },
};

function run(mode: Mode, input: Uint8Array, options: Partial<typeof settings>): Buffer {
  const pieces: Uint8Array[] = [];
  new Codec(mode, { ...settings, ...options }).write(input, finish, (piece) => pieces.push(piece));
  return Buffer.concat(pieces);
}

const input = fc.oneof(
  fc.uint8Array({ maxLength: 2000 }),
  fc
    .array(fc.constantFrom('word ', 'words ', 'a'), { maxLength: 900 })
    .map((words) => new Uint8Array(Buffer.from(words.join('')))),
);
const options = fc.record({
  level: fc.integer({ min: -1, max: 9 }),
  memLevel: fc.integer({ min: 1, max: 9 }),
  windowBits: fc.integer({ min: 9, max: 15 }),
  strategy: fc.integer({ min: 0, max: 4 }),
  chunkSize: fc.constantFrom(64, 1000, 16_384),
});

describe('node:zlib', () => {
  it('packs to the bytes that Node packs to, and unpacks them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...formats),
        input,
        options,
        ({ pack, unpack, node }, bytes, given) => {
          const packed = run(pack, bytes, given);
          expect(packed.equals(node(bytes, given))).toBe(true);
          expect(run(unpack, packed, { windowBits: 15 }).equals(bytes)).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('says of spoiled bytes what Node says', () => {
    fc.assert(
      fc.property(input, fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, at, change) => {
        const packed = zlib.gzipSync(bytes);
        const place = at % packed.length;
        packed[place] = (packed[place] ?? 0) ^ change;
        const outcome = (unpack: () => Buffer): unknown => {
          try {
            return unpack().toString('hex');
          } catch (error) {
            const { code, errno, message } = error as Record<string, unknown>;
            return { code, errno, message };
          }
        };
        expect(outcome(() => run(modes.GUNZIP, packed, {}))).toEqual(
          outcome(() => zlib.gunzipSync(packed)),
        );
      }),
      { numRuns: 300 },
    );
  });
});

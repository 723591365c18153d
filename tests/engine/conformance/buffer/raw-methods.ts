import { attempt } from './lib/attempt.ts';

type Raw = Record<string, (...args: unknown[]) => unknown>;
const fresh = (): Raw => Buffer.from('hello') as unknown as Raw;
const places = [
  [],
  [5],
  [6],
  [-1],
  [1, -1],
  [1, 9],
  ['1'],
  [NaN, 2],
  [1.5, 2],
  [1, 1.9],
  [null, null],
  [0, Infinity],
  [-0.5],
  [true, true],
];
for (const encoding of ['utf8', 'latin1', 'ascii', 'hex', 'ucs2', 'base64', 'base64url'])
  for (const place of places) {
    const target = fresh();
    attempt(
      `${encoding}Write ${place}`,
      () => `${target[`${encoding}Write`]?.('6161', ...place)} ${target}`,
    );
    attempt(`${encoding}Slice ${place}`, () => target[`${encoding}Slice`]?.(...place));
  }
for (const name of [
  'toString',
  'utf8Slice',
  'hexSlice',
  'utf8Write',
  'hexWrite',
  'copy',
  'compare',
])
  attempt(`${name} of another`, () =>
    Reflect.apply(fresh()[name] as CallableFunction, {}, [Buffer.alloc(1)]),
  );
attempt('unknown', () => Buffer.from('a').toString({ a: 1 } as unknown as BufferEncoding));
attempt('large', () => Buffer.alloc(4).writeUInt8(1e40));
attempt('large', () => Buffer.alloc(8).readInt8(-4294967297));

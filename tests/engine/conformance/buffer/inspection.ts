import assert from 'node:assert';
import buffer from 'node:buffer';
import { inspect, format, isDeepStrictEqual, types } from 'node:util';
import { attempt } from './lib/attempt.ts';

const extra = Object.assign(Buffer.from('a'), { x: 1, y: 'q' });
console.log(
  Buffer.from('abc'),
  [Buffer.from('abc')],
  extra,
  Object.assign(Buffer.alloc(0), { x: 1 }),
);
console.log(Buffer.alloc(60, 1), Buffer.alloc(52), Buffer.alloc(51), [[[[Buffer.alloc(1)]]]], {
  b: { c: { d: Buffer.of(1) } },
});
console.log(
  new Map([[Buffer.from('k'), Buffer.from('v')]]),
  format('%s %o %j', Buffer.from('a'), 1, Buffer.from('b')),
);
console.log(
  inspect(Buffer.from('a'), { showHidden: true }),
  inspect(extra, { compact: false }),
  Buffer.from('a').inspect(),
);
console.log(
  JSON.stringify({ b: Buffer.from('ab') }),
  Object.prototype.toString.call(Buffer.alloc(1)),
);
buffer.INSPECT_MAX_BYTES = 2;
console.log(Buffer.from('abcd'), buffer.INSPECT_MAX_BYTES);
attempt('limit', () => (buffer.INSPECT_MAX_BYTES = -1));
attempt('limit', () => (buffer.INSPECT_MAX_BYTES = 'x' as never));
buffer.INSPECT_MAX_BYTES = Infinity;
console.log(Buffer.alloc(55));
attempt('deep', () => assert.deepStrictEqual(Buffer.from('abc'), Buffer.from('abd')));
attempt('kind', () => assert.deepStrictEqual(Buffer.from('abc'), new Uint8Array([97, 98, 99])));
attempt('strict', () => assert.strictEqual(Buffer.from('a'), 1));
attempt('loose', () => assert.deepEqual(Buffer.from('abc'), new Uint8Array([97, 98, 99])));
console.log(
  isDeepStrictEqual(Buffer.from('a'), Buffer.from('a')),
  types.isUint8Array(Buffer.alloc(1)),
);
console.log(
  Buffer.from('abc').equals(new Uint8Array([97, 98, 99])),
  Buffer.from('b').compare(Buffer.from('a')),
);
attempt('equals', () => Buffer.from('a').equals('a' as never));
for (const args of [
  [1],
  [Buffer.from('abc'), 1],
  [Buffer.from('abc'), 0, 9],
  [Buffer.from('x' + 'abc'), 1, 4, 0, 3],
  [Buffer.from('a'), 0, 1, 2, 2],
  [Buffer.from('a'), -1],
  [Buffer.from('a'), 'x'],
  [Buffer.from('a'), 1.5],
  [Buffer.from('a'), 0, 1, 0, 9],
])
  attempt('compare', () => Buffer.from('abc').compare(...(args as [Buffer])));
console.log(
  [...Buffer.from('ab').entries()],
  [...Buffer.from('ab').keys()],
  Buffer.from([1, 2, 3]).map((x) => x * 2),
  Buffer.from([3, 1, 2]).sort(),
);
console.log(
  Buffer.from([1, 2, 3]).filter((x) => x > 1) instanceof Buffer,
  Buffer.concat([]).length,
  Buffer.prototype.parent,
);
class Bytes extends (Buffer as unknown as new (size: number) => Buffer) {}
console.log(new Bytes(2));

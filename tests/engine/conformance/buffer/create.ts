import { Buffer as Imported } from 'node:buffer';

console.log(Imported === Buffer, Buffer.from('café'), Buffer.alloc(3, 'ab'), Buffer.of(1, 2, 300));
const attempts: [string, () => unknown][] = [
  ['nothing', () => (Buffer.from as never as () => Buffer)()],
  ['number', () => Buffer.from(5 as never)],
  ['object', () => Buffer.from({} as never)],
  ['encoding', () => Buffer.from('a', 'nope' as never)],
  ['negative', () => Buffer.alloc(-1)],
  ['text', () => Buffer.alloc('5' as never)],
  ['fraction', () => Buffer.alloc(5.5)],
  ['hex fill', () => Buffer.alloc(5, 'zz', 'hex')],
  ['boxed', () => Buffer.from(new String('hi'))],
  ['array-like', () => Buffer.from({ length: 2, 0: 5, 1: '7' } as never)],
  ['json', () => Buffer.from(JSON.parse(JSON.stringify(Buffer.from('x'))))],
  ['words', () => Buffer.from(new Uint16Array([257, 2]))],
  ['memory', () => Buffer.from(new ArrayBuffer(4), 1, 2)],
  ['offset', () => Buffer.from(new ArrayBuffer(4), 5)],
  ['length', () => Buffer.from(new ArrayBuffer(4), 1, 5)],
  ['concat', () => Buffer.concat([Buffer.from('ab'), new Uint8Array(2)], 3)],
  ['concat list', () => Buffer.concat(5 as never)],
  ['concat item', () => Buffer.concat([5 as never])],
  ['concat length', () => Buffer.concat([], -1)],
  ['copyBytesFrom', () => Buffer.copyBytesFrom(new Uint16Array([1, 2]), 1)],
  ['too big', () => Buffer.alloc(2 ** 53)],
  ['byteLength', () => Buffer.byteLength('é€😀') + Buffer.byteLength('YQ==', 'base64')],
  ['byteLength of', () => Buffer.byteLength(5 as never)],
  ['compare', () => Buffer.compare(Buffer.from('a'), Buffer.from('b'))],
  ['pool', () => [Buffer.poolSize, Buffer.from('a').buffer.byteLength, Buffer.alloc(1).parent]],
];
for (const [name, attempt] of attempts) {
  try {
    console.log(name, attempt());
  } catch (error) {
    const { name: kind, code, message } = error as Error & { code: string };
    console.log(name, kind, code, message);
  }
}
console.log(Buffer.isBuffer(new Uint8Array(1)), Buffer.isEncoding('UTF-8'), Buffer.name);
console.log(structuredClone(Buffer.from('a')), new Uint8Array(Buffer.from('a')));
const old = Buffer as unknown as (value: unknown) => Buffer;
console.log(old('abc'), old(2));

import assert from 'node:assert';
const same = (a: unknown, b: unknown) =>
  [assert.deepEqual, assert.deepStrictEqual, assert.partialDeepStrictEqual]
    .map((check) => {
      try {
        check(a as never, b as never);
        return 'yes';
      } catch {
        return 'no';
      }
    })
    .join(' ');
class A {
  x = 1;
}
class B {
  x = 1;
}
const pairs: [unknown, unknown][] = [
  [{ a: 1 }, { a: '1' }],
  [new A(), new B()],
  [
    [1, 2, 3],
    [1, 3],
  ],
  [new Map([[{ a: 1 }, 2]]), new Map([[{ a: 1 }, 2]])],
  [new Set([1, { b: 2 }]), new Set([{ b: 2 }, 1])],
  [new Set([1]), new Set(['1'])],
  [NaN, NaN],
  [0, -0],
  [new Date(1), new Date(1)],
  [/a/g, /a/i],
  [new Error('a'), new Error('b')],
  [new Error('a', { cause: 1 }), new Error('a')],
  [Object.create(null), {}],
  [{ a: undefined }, {}],
  [
    [, 1],
    [undefined, 1],
  ],
  [new Uint8Array([1]), new Uint8Array([1])],
  [new Float32Array([0]), new Float32Array([-0])],
  [{ [Symbol.for('s')]: 1 }, {}],
  [new Number(1), new Number(1)],
  [new WeakMap(), new WeakMap()],
  [new URL('http://a/b'), new URL('http://a/b')],
  [null, undefined],
  [{ a: { b: { c: 1, d: 2 } } }, { a: { b: { c: 1 } } }],
  [Promise.resolve(1), Promise.resolve(1)],
  [() => 1, () => 1],
];
for (const [index, [a, b]] of pairs.entries()) console.log(index, same(a, b), same(b, a));
const left: Record<string, unknown> = { x: 1 };
left.self = left;
const right: Record<string, unknown> = { x: 1 };
right.self = right;
console.log(same(left, right));

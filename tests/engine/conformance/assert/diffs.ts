import assert from 'node:assert';
const fail = (run: () => void) => {
  try {
    run();
  } catch (error) {
    console.log((error as Error).message);
    console.log('---');
  }
};
fail(() => assert.deepStrictEqual({ a: 1, b: [1, 2, 3], c: 'x' }, { a: 1, b: [1, 2, 4], c: 'x' }));
fail(() =>
  assert.deepStrictEqual(
    Array.from({ length: 40 }, (_, i) => i),
    Array.from({ length: 40 }, (_, i) => (i === 20 ? -1 : i)),
  ),
);
fail(() => assert.deepStrictEqual([1, 2, 3], [1, 2, 3, 4]));
fail(() => assert.deepStrictEqual(new Map([['a', 1]]), new Map([['a', 2]])));
fail(() => assert.deepStrictEqual(new Set([1, 2]), new Set([1, 3])));
fail(() => assert.deepEqual({ a: 1 }, { a: 2 }));
fail(() => assert.notDeepStrictEqual({ a: 1 }, { a: 1 }));
fail(() => assert.notDeepEqual([1], [1]));
fail(() => assert.deepStrictEqual({}, Object.create(null)));
fail(() => assert.partialDeepStrictEqual({ a: 1, b: 2 }, { a: 1, b: 3 }));
fail(() => assert.deepStrictEqual(new Error('a'), new Error('b')));
fail(() => assert.strictEqual('x'.repeat(600), 'y'));
fail(() => assert.deepStrictEqual([[[]]], [[[1]]]));
fail(() => assert.deepStrictEqual(1, '1'));

import assert from 'node:assert';
const attempt = (name: string, run: () => void) => {
  try {
    run();
    console.log(name, 'holds');
  } catch (error) {
    const { code, operator, generatedMessage, message } = error as assert.AssertionError;
    console.log(name, code, operator, generatedMessage);
    console.log(message);
  }
};
attempt('strictEqual numbers', () => assert.strictEqual(1, 2));
attempt('long texts', () => assert.strictEqual('a longer text here', 'a longer text there'));
attempt('lines', () => assert.strictEqual('one\ntwo\nthree', 'one\n2\nthree'));
attempt('objects', () => assert.strictEqual({ a: 1 }, { a: 1 }));
attempt('notStrictEqual', () => assert.notStrictEqual({ a: 1 }, { a: 1 }));
attempt('notStrictEqual same', () => {
  const o = { a: [1] };
  assert.notStrictEqual(o, o);
});
attempt('equal', () => assert.equal(1, '2'));
attempt('equal coerces', () => assert.equal(1, '1'));
attempt('NaN', () => assert.equal(NaN, NaN));
attempt('-0', () => assert.strictEqual(0, -0));
attempt('own message', () => assert.strictEqual(1, 2, 'they differ'));
attempt('own error', () => assert.equal(1, 2, new TypeError('mine')));
attempt('no arguments', () => (assert.strictEqual as () => void)());

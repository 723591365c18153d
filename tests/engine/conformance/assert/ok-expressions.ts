import assert, { ok, strict } from 'node:assert';
const tell = (run: () => void) => {
  try {
    run();
  } catch (error) {
    console.log((error as Error).message, (error as assert.AssertionError).generatedMessage);
  }
};
const items = { list: [1, 2], has: (n: number) => n > 5 };
tell(() => assert(items.list.length > 5));
tell(() => assert.ok(items.has(2)));
tell(() => ok(typeof 123 === 'string'));
tell(() => strict(0));
tell(() => assert.equal(items.list.includes(9), true));
tell(() => assert.ok(null, 'own words'));
tell(() => assert.ok(false, new RangeError('own error')));
tell(() => (assert as () => void)());
tell(() => assert.ok((0, false)));
tell(() => assert['ok'](''));
tell(() => assert.ok('text with ) paren' === 'other'));
tell(() => assert.fail());
tell(() => assert.fail('told'));
tell(() => assert.fail(new TypeError('thrown')));

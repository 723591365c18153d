import { test } from 'node:test';
test('meets its plan', (t) => {
  t.plan(2);
  t.assert.ok(true);
  t.assert.strictEqual(1, 1);
});
test('misses its plan', (t) => {
  t.plan(2);
  t.assert.ok(true);
});
test('counts subtests', async (t) => {
  t.plan(1);
  await t.test('one', () => {});
});
test('waits for it', async (t) => {
  t.plan(1, { wait: true });
  setTimeout(() => t.assert.ok(true), 5);
});
test('by options', { plan: 1 }, (t) => {
  t.assert.deepStrictEqual([1], [1]);
});
test('fails in t.assert', (t) => {
  t.assert.match('abc', /x/);
});

import assert from 'node:assert';
import { mock, test } from 'node:test';
const store = { load: (id: number) => `real ${id}`, limit: 5 };
test('a method', (t) => {
  const load = t.mock.method(store, 'load', (id: number) => `mock ${id}`);
  assert.strictEqual(store.load(1), 'mock 1');
  assert.deepStrictEqual(load.mock.calls[0]?.arguments, [1]);
});
test('is restored after the test', () => assert.strictEqual(store.load(2), 'real 2'));
test('once', (t) => {
  const fn = t.mock.fn(() => 'usual');
  fn.mock.mockImplementationOnce(() => 'once');
  assert.deepStrictEqual([fn(), fn()], ['once', 'usual']);
});
test('a property', (t) => {
  const mocked = (
    t.mock as never as {
      property(o: object, n: string, v: unknown): { mock: { accessCount(): number } };
    }
  ).property(store, 'limit', 9);
  assert.strictEqual(store.limit, 9);
  assert.strictEqual(mocked.mock.accessCount(), 1);
});
test('counts shown in a failure', () => {
  const fn = mock.fn();
  fn(1);
  fn(2);
  assert.strictEqual(fn.mock.callCount(), 3);
});

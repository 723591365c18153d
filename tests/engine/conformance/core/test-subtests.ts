import assert from 'node:assert/strict';
import { describe, it, mock, test } from 'node:test';

test('with subtests', async (t) => {
  t.diagnostic('a remark');
  await t.test('first', () => {});
  await t.test('second', async (inner) => {
    inner.diagnostic('a remark within');
    await inner.test('deep', () => {});
    await inner.test('deep and failing', () => assert.fail('deep down'));
  });
  await t.test('third is skipped', (inner) => inner.skip('no need'));
  await t.test('fourth is to do', (inner) => inner.todo());
});
test('with subtests that are not awaited', (t) => {
  void t.test('alone', async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
  });
  void t.test('after it', () => {});
});
test('plans', (t) => {
  t.plan(2);
  t.assert.equal(1, 1);
  t.assert.ok(true);
});
test('plans too many', (t) => {
  t.plan(2);
  t.assert.equal(1, 1);
});
test('waits for its plan', (t) => {
  t.plan(1, { wait: 1000 });
  setTimeout(() => t.assert.ok(true), 2);
});
test('knows its names', async (t) => {
  await t.test('inner', (inner) => assert.equal(inner.fullName, 'knows its names > inner'));
});
test('waits for a condition', async (t) => {
  let tries = 0;
  const value = await t.waitFor(
    () => {
      if (++tries < 3) throw new Error('not yet');
      return 'ready';
    },
    { interval: 1 },
  );
  assert.equal(value, 'ready');
});
test('mocks', (t) => {
  const add = t.mock.fn((a: number, b: number) => a + b);
  assert.equal(add(1, 2), 3);
  assert.equal(add.mock.callCount(), 1);
  assert.deepEqual(add.mock.calls[0]?.arguments, [1, 2]);
  const shop = { open: () => 'open' };
  t.mock.method(shop, 'open', () => 'closed');
  assert.equal(shop.open(), 'closed');
  const once = mock.fn(() => 1);
  once.mock.mockImplementationOnce(() => 2);
  assert.deepEqual([once(), once()], [2, 1]);
});
describe('at the same time', { concurrency: true }, () => {
  it('slow', () => new Promise((resolve) => setTimeout(resolve, 20)));
  it('fast', () => {});
});
test('rejects later without a handler', async () => {
  void Promise.reject(new Error('nobody caught this'));
  await new Promise((resolve) => setTimeout(resolve, 20));
});
test('has a signal', (t) => assert.equal(t.signal.aborted, false));

import assert from 'node:assert';
import { mock, test } from 'node:test';
import timers from 'node:timers/promises';
test('a debounced call', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1000 });
  const fn = t.mock.fn();
  setTimeout(fn, 500);
  t.mock.timers.tick(499);
  assert.strictEqual(fn.mock.callCount(), 0);
  t.mock.timers.tick(1);
  assert.strictEqual(fn.mock.callCount(), 1);
  assert.strictEqual(Date.now(), 1500);
});
test('the clock is real again', () => assert.ok(Date.now() > 1e12));
test('promised waits', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const wait = timers.setTimeout(60_000, 'late');
  mock.timers.tick(60_000);
  assert.strictEqual(await wait, 'late');
  mock.timers.reset();
});
test('wrong use', () => assert.throws(() => mock.timers.tick(1), { code: 'ERR_INVALID_STATE' }));
test('fails with what is wrong', () => mock.timers.enable({ apis: ['nope' as never] }));

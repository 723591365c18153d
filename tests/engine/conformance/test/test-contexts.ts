import { equal } from 'node:assert/strict';
import { describe, getTestContext, it, test } from 'node:test';
console.log(getTestContext());
test('its own', (t) => {
  console.log(getTestContext() === t, getTestContext()?.name);
});
describe('a suite', () => {
  console.log((getTestContext() as { name?: string })?.name);
  it('inside', async () => {
    await null;
    console.log(getTestContext()?.name);
  });
});
test('what a context has', (t) => {
  console.log(
    Object.keys(t.assert).sort().join(),
    typeof t.signal,
    t.passed,
    t.error,
    typeof t.runOnly,
    typeof t.waitFor,
  );
});
test('waits for a condition', async (t) => {
  let count = 0;
  const found = await t.waitFor(
    () => {
      if (++count < 3) throw new Error('not yet');
      return count;
    },
    { interval: 1, timeout: 60_000 },
  );
  // Asserted in place of printed: a line written after a wait races the report of earlier tests.
  equal(found, 3);
});

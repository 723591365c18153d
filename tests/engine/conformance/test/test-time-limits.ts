import { test } from 'node:test';
test(
  'too slow',
  { timeout: 20 },
  () => new Promise((resolve) => setTimeout(resolve, 5000).unref()),
);
test('aborted by a signal', { signal: AbortSignal.timeout(10) }, async (t) => {
  await new Promise((_, reject) =>
    t.signal.addEventListener('abort', () => reject(new Error('heard'))),
  );
});
test('a callback', (_, done) => {
  setTimeout(done, 1);
});
test('a callback with an error', (_, done) => {
  done(new Error('called back'));
});
test('in time', { timeout: 1000 }, async () => {});

import { test } from 'node:test';
test('a rejection nobody handles', async () => {
  void Promise.reject(new Error('unhandled'));
  await new Promise((resolve) => setTimeout(resolve, 5));
});
test('a throw in a timer', async () => {
  setTimeout(() => {
    throw new Error('from a timer');
  }, 1);
  await new Promise((resolve) => setTimeout(resolve, 20));
});
test('is not to blame', () => {});

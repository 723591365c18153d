import { describe, it, test } from 'node:test';
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
describe('together', { concurrency: true }, () => {
  it('slow', async () => {
    await wait(30);
    console.log('slow');
  });
  it('fast', async () => {
    await wait(1);
    console.log('fast');
  });
});
describe('one by one', { concurrency: 1 }, () => {
  it('slow', async () => {
    await wait(20);
    console.log('slow 2');
  });
  it('fast', async () => {
    console.log('fast 2');
  });
});
test('subtests', { concurrency: 2 }, async (t) => {
  await Promise.all([
    t.test('a', () => wait(20)),
    t.test('b', () => wait(1)),
    t.test('c', () => {}),
  ]);
});
test('not awaited', (t) => {
  void t.test('left behind', () => wait(50));
});

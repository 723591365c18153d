import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<string>();
const thenable = (label: string) => ({
  then(resolve: (value: string) => void) {
    console.log(label, 'then in', storage.getStore());
    setImmediate(resolve, label);
  },
});

await storage.run('awaited', async () => {
  console.log(await thenable('await'), storage.getStore());
});
const returning = async () => thenable('return');
const returningLater = async () => {
  await null;
  return thenable('return later');
};
await storage.run('returned', returning);
await storage.run('returned later', returningLater);
await storage.run('resolved', () => Promise.resolve(thenable('Promise.resolve')));
await storage.run('handler', () => Promise.resolve().then(() => thenable('handler')));
await storage.run('executor', () => new Promise((resolve) => resolve(thenable('executor'))));
console.log(await Promise.resolve({ then: 'no function' }), storage.getStore());

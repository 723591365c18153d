import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<string>();
const show = (label: string): void => console.log(label, storage.getStore());
const fail = async (): Promise<never> => {
  await null;
  throw new Error('failed');
};

async function caught(): Promise<void> {
  try {
    await fail();
  } catch (error) {
    show(`catch ${(error as Error).message}`);
  } finally {
    show('finally');
  }
  try {
    await null;
    storage.enterWith('entered');
    throw new Error('sync');
  } catch {
    show('catch of a throw');
  }
}

async function passedOn(): Promise<void> {
  try {
    await fail();
  } finally {
    show('finally of what goes on');
  }
}

async function returned(): Promise<string> {
  try {
    return await Promise.resolve('value');
  } finally {
    show('finally of return');
  }
}

await Promise.all([storage.run('one', caught), storage.run('two', caught)]);
await storage.run('three', () => passedOn().catch(() => show('handler')));
console.log(await storage.run('four', returned));
try {
  storage.run('five', () => {
    throw new Error('out of run');
  });
} catch {
  show('after run threw');
}

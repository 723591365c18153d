import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<string>();
const show = (label: string): void => console.log(label, storage.getStore());

async function* count(): AsyncGenerator<number, string> {
  show('first');
  yield 1;
  show('second');
  await null;
  show('second, awaited');
  yield 2;
  show('last');
  return 'end';
}

async function* around(): AsyncGenerator<number> {
  const result = yield* count();
  show(`around ${result}`);
}

async function loops(): Promise<void> {
  for await (const value of around()) show(`value ${value}`);
  for await (const value of [Promise.resolve('x'), 'y']) show(value);
  outer: for (const letter of 'ab') {
    for await (const value of count()) {
      if (letter === 'a') continue outer;
      if (value === 2) break;
    }
    show(`after ${letter}`);
  }
  labelled: for await (const value of count()) {
    await null;
    if (value === 1) continue labelled;
    show('labelled');
  }
  if (storage.getStore() === 'never') for await (const value of count()) show(`${value}`);
  else show('else');
  try {
    for await (const value of [Promise.reject(new Error('bad'))]) show(String(value));
  } catch {
    show('caught in a loop');
  }
}

const steps = storage.run('made', () => around());
for (const name of ['n1', 'n2', 'n3']) await storage.run(name, () => steps.next());
await Promise.all([storage.run('one', loops), storage.run('two', loops)]);
show('outside');

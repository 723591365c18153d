import { AsyncLocalStorage } from 'node:async_hooks';

const one = new AsyncLocalStorage<unknown>();
const two = new AsyncLocalStorage<unknown>({ name: 'second', defaultValue: 'default' });
const attempt = (label: string, run: () => unknown): void => {
  try {
    console.log(label, run());
  } catch (error) {
    const { name, code, message } = error as Error & { code?: string };
    console.log(label, name, code, message);
  }
};

attempt('names', () => [one.name, two.name, new AsyncLocalStorage({ name: 5 as never }).name]);
attempt('run', () => one.run(1, (...args: number[]) => [one.getStore(), args], 2, 3));
attempt('exit', () => one.run(1, () => one.exit(() => one.getStore())));
attempt('default', () => two.getStore());
attempt('undefined store', () => two.run(undefined, () => two.getStore()));
attempt('after run', () => two.getStore());
attempt('another', () => (one.run(1, () => two.enterWith('left')), two.getStore()));
attempt('scope', () => {
  const scope = one.withScope('scoped');
  const inside = one.getStore();
  scope.dispose();
  scope.dispose();
  return [inside, one.getStore(), scope];
});
attempt('disabled', () => one.run(1, () => (one.disable(), one.getStore())));
attempt('disabled, run', () => one.run(2, () => one.getStore()));
one.run('timer', () => {
  setTimeout(() => console.log('timer', one.getStore()), 1);
  one.disable();
});
attempt('inspected', () => [one, AsyncLocalStorage, one.run(1, () => one)]);
attempt('options', () => new AsyncLocalStorage(5 as never));
attempt('null', () => new AsyncLocalStorage(null as never));
attempt('no function', () => one.run(1, 5 as never));
attempt('bind', () => AsyncLocalStorage.bind(5 as never));
attempt('bound', () => one.run('b', () => AsyncLocalStorage.bind(() => one.getStore()))());
attempt('snapshot', () => one.run('s', () => AsyncLocalStorage.snapshot())(() => one.getStore()));
attempt('members', () => Object.getOwnPropertyNames(AsyncLocalStorage.prototype));
one.enterWith('entered');
attempt('entered', () => one.getStore());

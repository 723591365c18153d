'use strict';
const { AsyncLocalStorage, AsyncResource } = require('async_hooks');
const { EventEmitter, once } = require('events');
const storage = new AsyncLocalStorage({ defaultValue: 'default', name: 'mine' });
console.log(
  storage.getStore(),
  storage.name,
  new AsyncLocalStorage().name,
  new AsyncLocalStorage().getStore(),
);
const bound = storage.run('bound', () =>
  AsyncLocalStorage.bind((...args) => [storage.getStore(), ...args]),
);
console.log(bound(1, 2), bound.length, storage.run('other', bound));
const snapshot = storage.run('snapshot', () => AsyncLocalStorage.snapshot());
console.log(snapshot((...args) => [storage.getStore(), ...args], 3, 4));
console.log(
  storage.run('a', () => storage.run('b', () => storage.getStore()) + storage.getStore()),
);
console.log(storage.run('exit', () => storage.exit((value) => [storage.getStore(), value], 5)));
try {
  storage.run('throws', () => {
    throw new Error('inside');
  });
} catch (error) {
  console.log(error.message, storage.getStore());
}
for (const run of [
  () => AsyncLocalStorage.bind(5),
  () => new AsyncLocalStorage(5),
  () => new AsyncLocalStorage(null),
  () => AsyncResource.bind(),
])
  try {
    console.log(run());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
setTimeout(() => {
  storage.enterWith('entered');
  process.nextTick(() => console.log('tick', storage.getStore()));
  setImmediate(() => console.log('immediate', storage.getStore()));
  queueMicrotask(() => console.log('microtask', storage.getStore()));
  Promise.resolve().then(() => console.log('then', storage.getStore()));
  (async () => {
    await null;
    console.log('await', storage.getStore());
  })();
  const emitter = new EventEmitter();
  emitter.on('x', () => console.log('emit', storage.getStore()));
  storage.run('emitting', () => emitter.emit('x'));
  storage.run('once', async () => {
    const waiting = once(emitter, 'y');
    await waiting;
    console.log('once', storage.getStore());
  });
  emitter.emit('y');
  const target = new EventTarget();
  storage.run('listening', () =>
    target.addEventListener('z', () => console.log('target', storage.getStore())),
  );
  target.dispatchEvent(new Event('z'));
  storage.exit(() => setTimeout(last, 10));
}, 1);
function last() {
  console.log('later', storage.getStore());
  storage.run('thenable', async () => {
    const thenable = {
      then(resolve) {
        console.log('asked', storage.getStore());
        setTimeout(() => resolve(storage.getStore()), 1);
      },
    };
    console.log(await thenable, storage.getStore());
    const all = await Promise.all([thenable, Promise.resolve(1), 2]);
    console.log(all, storage.getStore());
    await Promise.allSettled([Promise.reject(new Error('x'))]).then(() =>
      console.log('settled', storage.getStore()),
    );
    storage.disable();
    console.log(storage.getStore());
    await null;
    console.log(storage.getStore());
  });
}

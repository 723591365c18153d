import { AsyncLocalStorage } from 'node:async_hooks';
import { EventEmitter, once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const storage = new AsyncLocalStorage<string>();
const show = (label: string): void => console.log(label, storage.getStore());

storage.run('timers', () => {
  const interval = setInterval(() => {
    show('interval');
    clearInterval(interval);
  }, 400);
  const timer = setTimeout(() => show('timeout'), 200);
  storage.run('refreshed', () => timer.refresh());
  setImmediate(() => show('immediate'));
  process.nextTick(() => show('tick'));
  queueMicrotask(() => show('microtask'));
});
storage.run('promises', () => {
  Promise.resolve(1)
    .then(() => show('then'))
    .finally(() => show('finally'))
    .then(() => Promise.reject(new Error('no')))
    .catch(() => show('catch'));
  void Promise.allSettled([wait(600), null]).then(() => show('all settled'));
});
const emitter = new EventEmitter();
storage.run('listening', () => emitter.on('event', () => show('event')));
storage.run('emitting', () => emitter.emit('event'));
storage.run('once', async () => {
  await once(emitter, 'event');
  show('once');
});
storage.run('late', () => setTimeout(() => emitter.emit('event'), 800));
const later = promisify((done: (error: null, value: number) => void) =>
  setImmediate(done, null, 4),
);
await storage.run('promisify', async () => show(`promisified ${await later()}`));
await storage.run('timers/promises', async () => {
  await wait(1000);
  show('waited');
});

import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<string>();
process.on('uncaughtException', (error) => console.log(error.message, storage.getStore()));
process.on('unhandledRejection', (error) => console.log(String(error), storage.getStore()));
process.on('exit', () => console.log('exit', storage.getStore()));

const fail = (message: string) => () => {
  throw new Error(message);
};
storage.run('immediate', () => setImmediate(fail('in an immediate')));
storage.run('tick', () => process.nextTick(fail('in a tick')));
// Timers start after the immediate: which of the two comes first hangs on the machine.
setImmediate(() => {
  storage.run('timer', () => setTimeout(fail('in a timer'), 60));
  setTimeout(() => storage.run('rejected', () => void Promise.reject('rejected')), 90);
  storage.run('later', () => void new Promise((_, reject) => setTimeout(reject, 120, 'later')));
  setTimeout(() => {
    storage.run('async', async () => {
      await null;
      throw new Error('in an async function');
    });
  }, 150);
});

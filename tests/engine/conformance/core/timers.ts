import {
  setImmediate as soon,
  setInterval as every,
  setTimeout as sleep,
  scheduler,
} from 'node:timers/promises';
import timers from 'node:timers';
import { promisify } from 'node:util';

setTimeout((...args: unknown[]) => console.log('with arguments', args), 1, 'a', 2);
setTimeout(function (this: unknown) {
  console.log('this is', (this as object).constructor.name);
});
const cleared = setTimeout(() => console.log('never'), 1);
clearTimeout(cleared);
clearTimeout(undefined);
const byNumber = setTimeout(() => console.log('never either'), 1);
clearTimeout(+byNumber);
let rounds = 0;
await new Promise<void>((resolve) => {
  const interval = setInterval(() => {
    console.log('round', ++rounds);
    if (rounds < 3) return;
    clearInterval(interval);
    resolve();
  }, 1);
});
const idle = setTimeout(() => console.log('does not keep the program'), 10_000).unref();
console.log(idle.hasRef(), idle.ref().hasRef(), idle.unref() === idle, timers.setTimeout.name);
const refreshed = setTimeout(() => console.log('refreshed'), 500);
refreshed.refresh();
const immediate = setImmediate(() => console.log('never'));
clearImmediate(immediate);
console.log(
  await sleep(1, 'slept'),
  await soon('soon'),
  await promisify(setTimeout)(1, 'promisified'),
);
await scheduler.wait(1);
let count = 0;
for await (const value of every(1, 'tick')) {
  console.log(value);
  if (++count === 2) break;
}
for (const wait of [
  (signal: AbortSignal) => sleep(1000, undefined, { signal }),
  (signal: AbortSignal) => soon(undefined, { signal }),
]) {
  const controller = new AbortController();
  const waiting = wait(controller.signal);
  controller.abort(new Error('enough'));
  await waiting.catch((error: Error & { code: string }) =>
    console.log(error.name, error.code, error.message, (error.cause as Error).message),
  );
}
await sleep('soon' as never).catch((error: Error) => console.log(error.message));
try {
  setTimeout('code' as never, 1);
} catch (error) {
  console.log(error);
}
setTimeout(() => {}, -5);
setTimeout(() => {}, NaN);
setTimeout(() => {}, 2 ** 40);
using disposed = setTimeout(() => console.log('never'), 5);
console.log('end', typeof disposed[Symbol.toPrimitive]());

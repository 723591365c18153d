import { EventEmitter, addAbortListener, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

function describe(error: unknown): string {
  const { name, message } = error as Error;
  return `${name}: ${message} (${error instanceof DOMException}, ${error instanceof Error})`;
}

const controller = new AbortController();
const { signal } = controller;
signal.addEventListener('abort', (event) => console.log(event.type, signal.aborted));
signal.onabort = () => console.log('onabort');
console.log(signal.aborted, signal.reason);
controller.abort();
controller.abort(new Error('too late'));
console.log(describe(signal.reason));
try {
  signal.throwIfAborted();
} catch (error) {
  console.log(error === signal.reason);
}
const own = new AbortController();
own.abort('why');
console.log(own.signal.reason, AbortSignal.abort(7).reason, describe(AbortSignal.abort().reason));
const timeout = AbortSignal.timeout(5);
await new Promise((resolve) => {
  timeout.addEventListener('abort', resolve);
  setTimeout(() => {}, 50);
});
console.log(describe(timeout.reason));
const first = new AbortController();
const any = AbortSignal.any([first.signal, new AbortController().signal]);
first.abort(new RangeError('one of them'));
console.log(any.aborted, describe(any.reason), AbortSignal.any([AbortSignal.abort(1)]).reason);
using listener = addAbortListener(AbortSignal.abort(), () => console.log('listener called'));
await sleep(1);
console.log(typeof listener[Symbol.dispose]);
for (const wait of [
  () => sleep(1000, undefined, { signal: AbortSignal.abort('at once') }),
  () => once(new EventEmitter(), 'never', { signal: AbortSignal.timeout(1) }),
]) {
  const alive = setTimeout(() => {}, 100);
  await wait().catch((error: Error & { code: string }) => {
    const cause = error.cause as Error;
    console.log(error.name, error.code, error.message, cause.name ?? cause);
  });
  clearTimeout(alive);
}

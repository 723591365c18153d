// AbortController, AbortSignal.timeout and AbortSignal.any.
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

const controller = new AbortController();
controller.signal.addEventListener('abort', () => console.log('aborted', controller.signal.reason));
controller.abort('by hand');
controller.abort('again');
try {
  controller.signal.throwIfAborted();
} catch (reason) {
  console.log('thrown', reason);
}

const plain = AbortSignal.abort();
console.log(plain.aborted, (plain.reason as Error).name, (plain.reason as Error).message);

const timeout = AbortSignal.timeout(10);
const either = AbortSignal.any([timeout, new AbortController().signal]);
const waited = wait(1000).catch(() => undefined);
either.addEventListener('abort', () => {
  console.log('either', (either.reason as Error).name, (either.reason as Error).message);
  console.log(either.reason === timeout.reason, either.reason instanceof DOMException);
  process.exit();
});
void waited;

const target = new EventTarget();
setTimeout(() => target.dispatchEvent(new Event('ready')), 1);
const [event] = (await once(target, 'ready')) as [Event];
console.log('event', event.type);

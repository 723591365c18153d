import { EventEmitter, errorMonitor, getEventListeners, once, on } from 'node:events';
import { inherits } from 'node:util';

const emitter = new EventEmitter();
emitter.on('newListener', (name) => console.log('new listener of', name));
emitter.on('removeListener', (name) => console.log('removed from', name));
function greet(this: EventEmitter, ...args: unknown[]): void {
  console.log('greet', args, this === emitter);
}
emitter.on('hello', greet);
emitter.once('hello', () => console.log('once'));
emitter.prependListener('hello', () => console.log('first'));
console.log(emitter.emit('hello', 1, 'a'), emitter.emit('hello'), emitter.emit('nobody'));
console.log(emitter.eventNames(), emitter.listenerCount('hello'), emitter.listeners('hello'));
emitter.off('hello', greet);
console.log(emitter.listenerCount('hello'), getEventListeners(emitter, 'hello').length);
emitter.removeAllListeners('hello');
console.log(emitter.rawListeners('hello'));

// A listener that is removed while its event runs is still called this time.
const changing = new EventEmitter();
const second = (): void => console.log('second');
changing.on('go', () => changing.off('go', second));
changing.on('go', second);
changing.emit('go');
changing.emit('go');

try {
  new EventEmitter().emit('error', new RangeError('nobody listens'));
} catch (error) {
  console.log((error as Error).message);
}
try {
  new EventEmitter().emit('error', { code: 1 });
} catch (error) {
  console.log(error);
}
try {
  emitter.on('x', 'no function' as never);
} catch (error) {
  console.log(error);
}
const watched = new EventEmitter();
watched.on(errorMonitor, (error) => console.log('monitor', error.message));
watched.on('error', (error) => console.log('handled', error.message));
watched.emit('error', new Error('seen'));

class Job extends EventEmitter {
  name = 'job';
}
const job = new Job();
job.on('done', () => {});
console.log(job);
job.on('done', () => {});
console.log(job, new EventEmitter({ captureRejections: true }));

const Old = function (this: EventEmitter) {
  EventEmitter.call(this);
} as unknown as new () => EventEmitter;
inherits(Old, EventEmitter);
const old = new Old();
old.on('x', (value) => console.log('old style', value));
old.emit('x', 1);

setTimeout(() => emitter.emit('ready', 'a', 'b'), 1);
console.log(await once(emitter, 'ready'));
setTimeout(() => emitter.emit('error', new Error('broken')), 1);
await once(emitter, 'ready').catch((error: Error) => console.log('rejected:', error.message));
const controller = new AbortController();
setTimeout(() => controller.abort(), 1);
await once(emitter, 'ready', { signal: controller.signal }).catch(
  (error: Error & { code: string }) => console.log(error.name, error.code, error.message),
);
const target = new EventTarget();
setTimeout(() => target.dispatchEvent(new Event('ping')), 1);
const [event] = (await once(target, 'ping')) as [Event];
console.log(event.type);

const ticking = new EventEmitter();
setTimeout(() => {
  for (let tick = 0; tick < 3; tick++) ticking.emit('tick', tick);
  ticking.emit('end');
}, 1);
for await (const [tick] of on(ticking, 'tick', { close: ['end'] })) console.log('tick', tick);

const leaking = new EventEmitter();
for (let count = 0; count < 12; count++) leaking.on('leak', () => {});
const rejecting = new EventEmitter({ captureRejections: true });
rejecting.on('work', async () => {
  throw new Error('in a listener');
});
rejecting.on('error', (error) => console.log('captured', error.message));
rejecting.emit('work');

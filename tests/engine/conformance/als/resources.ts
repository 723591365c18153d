import { AsyncLocalStorage, AsyncResource, createHook, executionAsyncId } from 'node:async_hooks';
import { EventEmitterAsyncResource } from 'node:events';

const storage = new AsyncLocalStorage<string>();
const attempt = (label: string, run: () => unknown): void => {
  try {
    console.log(label, run());
  } catch (error) {
    const { name, code, message } = error as Error & { code?: string };
    console.log(label, name, code, message);
  }
};

attempt('no type', () => new AsyncResource(undefined as never));
attempt('trigger', () => new AsyncResource('x', { triggerAsyncId: 'a' as never }));
attempt('trigger id', () => new AsyncResource('x', 7).triggerAsyncId());
attempt('scope', () =>
  new AsyncResource('x').runInAsyncScope((...args: number[]) => args, 1, 2, 3),
);
attempt('bind', () => AsyncResource.bind(5 as never));
const resource = storage.run('made', () => new AsyncResource('Mine'));
attempt('store', () => resource.runInAsyncScope(() => storage.getStore()));
attempt('id', () => resource.runInAsyncScope(() => executionAsyncId() === resource.asyncId()));
const bound = resource.bind(function named(this: unknown, a: unknown, b: unknown) {
  return [this, a, b, storage.getStore()];
});
attempt('bound', () => [bound.length, bound.name, bound.call('this', 1, 2)]);
attempt('bound to', () =>
  resource.bind(function (this: unknown) {
    return this;
  }, 'that')(),
);
attempt('destroyed', () => resource.emitDestroy() === resource);

const emitter = storage.run('emitter', () => new EventEmitterAsyncResource({ name: 'Queue' }));
emitter.on('event', (value) => console.log('event', value, storage.getStore()));
storage.run('emitting', () => emitter.emit('event', 1));
attempt('emitter', () => [emitter, emitter.asyncResource.eventEmitter === emitter]);
attempt('ids', () => emitter.asyncId === emitter.asyncResource.asyncId());
attempt('unnamed', () => new EventEmitterAsyncResource());

attempt('hook', () => createHook({ init: 5 as never }));
const seen: string[] = [];
const hook = createHook({
  init: (_id, type) => void seen.push(`init ${type}`),
  before: () => void seen.push('before'),
  after: () => void seen.push('after'),
}).enable();
new AsyncResource('Hooked').runInAsyncScope(() => seen.push('inside'));
hook.disable();
new AsyncResource('Unseen');
console.log(seen, createHook({}));

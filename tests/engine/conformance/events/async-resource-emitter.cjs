'use strict';
const { EventEmitterAsyncResource } = require('events');
const { AsyncLocalStorage, executionAsyncId, AsyncResource } = require('async_hooks');
const storage = new AsyncLocalStorage();
const made = storage.run(
  'made',
  () => new EventEmitterAsyncResource({ name: 'Mine', triggerAsyncId: 1 }),
);
made.on('x', () =>
  console.log(storage.getStore(), executionAsyncId() === made.asyncId, made.triggerAsyncId),
);
storage.run('emit', () => made.emit('x'));
console.log(made.asyncResource instanceof AsyncResource, made.asyncResource.eventEmitter === made);
for (const run of [
  () => new EventEmitterAsyncResource({ name: 5 }),
  () => new EventEmitterAsyncResource(),
  () => new EventEmitterAsyncResource('name') instanceof EventEmitterAsyncResource,
  () =>
    new (class Other extends EventEmitterAsyncResource {})() instanceof EventEmitterAsyncResource,
])
  try {
    console.log(run());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
console.log(made.emitDestroy() === undefined);

'use strict';
const hooks = require('async_hooks');
const { executionAsyncResource, executionAsyncId, triggerAsyncId, AsyncResource, createHook } = hooks;
console.log(Object.keys(hooks).sort().join(), executionAsyncId(), triggerAsyncId(), executionAsyncResource());
const types = [];
const hook = createHook({
  init(id, type, trigger, resource) { if (/^(Timeout|Immediate|TickObject|Mine)$/.test(type)) types.push(['init', type, trigger > 0, resource.constructor.name]); },
}).enable();
const timeout = setTimeout(() => {
  const before = executionAsyncResource();
  console.log(before === timeout, before.constructor.name, executionAsyncId() > 1, triggerAsyncId());
  const immediate = setImmediate(() => {
    console.log(executionAsyncResource() === immediate, executionAsyncResource().constructor.name);
    process.nextTick(() => console.log(executionAsyncResource().constructor.name, executionAsyncResource() !== immediate));
  });
}, 1);
setTimeout(() => {
  const mine = new AsyncResource('Mine');
  hook.disable();
  mine.runInAsyncScope(() => console.log(executionAsyncResource() === mine, executionAsyncId() === mine.asyncId(), triggerAsyncId() === mine.triggerAsyncId()));
  const told = [];
  let resource;
  const all = createHook({
    init(id, type) { if (type === 'Told') told.push('init'); },
    before(id) { if (id === resource.asyncId()) told.push('before'); },
    after(id) { if (id === resource.asyncId()) told.push('after'); },
    destroy(id) { if (id === resource.asyncId()) told.push('destroy'); },
  }).enable();
  resource = new AsyncResource('Told');
  resource.runInAsyncScope(() => told.push('run'));
  resource.emitDestroy();
  setTimeout(() => { all.disable(); console.log(told); console.log(types.filter(([, type]) => type !== 'TickObject')); }, 5);
}, 30);
for (const bad of [{ init: 5 }, { before: 'x' }, { promiseResolve: 1 }])
  try {
    createHook(bad);
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }

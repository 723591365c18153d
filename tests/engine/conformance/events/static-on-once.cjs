'use strict';
const EventEmitter = require('events');
const { on, once } = EventEmitter;
const fail = (error) => console.log(error.name, error.code, error.message, error.cause);
(async () => {
  const e = new EventEmitter();
  process.nextTick(() => e.emit('x', 1, 2));
  console.log(await once(e, 'x'));
  process.nextTick(() => e.emit('error', new Error('broken')));
  await once(e, 'x').catch(fail);
  process.nextTick(() => e.emit('error', new Error('wanted')));
  console.log((await once(e, 'error'))[0].message);
  console.log(e.eventNames());
  for (const bad of [null, 5, 'text']) await once(e, 'x', bad).catch(fail);
  await once(e, 'x', { signal: {} }).catch(fail);
  await once(e, 'x', { signal: 5 }).catch(fail);
  await once({}, 'x').catch(fail);
  const controller = new AbortController();
  const waiting = once(e, 'x', { signal: controller.signal });
  controller.abort('why');
  await waiting.catch(fail);
  await once(e, 'x', { signal: AbortSignal.abort() }).catch(fail);
  console.log(
    e.listenerCount('x'),
    EventEmitter.getEventListeners(controller.signal, 'abort').length,
  );
  const tell = (run) => {
    try {
      return run();
    } catch (error) {
      return fail(error);
    }
  };
  tell(() => on({}, 'x'));
  tell(() => on(e, 'x', { signal: 5 }));
  tell(() => on(e, 'x', { signal: AbortSignal.abort() }));
  tell(() => on(e, 'x', { highWaterMark: 0 }));
  tell(() => on(e, 'x', { lowWaterMark: 'a' }));
  tell(() => on(e, 'x', null));
  const iterator = on(e, 'x', { close: ['end'] });
  console.log(
    Object.prototype.toString.call(iterator),
    iterator[Symbol.asyncIterator]() === iterator,
    Object.keys(iterator),
  );
  e.emit('x', 1);
  e.emit('x', 2, 3);
  e.emit('end');
  e.emit('x', 4);
  for await (const args of iterator) console.log(args);
  console.log(e.eventNames());
  const failing = on(e, 'x');
  e.emit('x', 'first');
  e.emit('error', new Error('middle'));
  try {
    for await (const args of failing) console.log(args);
  } catch (error) {
    fail(error);
  }
  console.log(e.eventNames(), await failing.next());
  const abort = new AbortController();
  const aborted = on(e, 'x', { signal: abort.signal });
  e.emit('x', 'kept');
  abort.abort();
  try {
    for await (const args of aborted) console.log(args);
  } catch (error) {
    fail(error);
  }
  const thrown = on(e, 'x');
  tell(() => thrown.throw());
  tell(() => thrown.throw(new Error('thrown in')));
  await thrown.next().catch(fail);
  console.log(await thrown.return(), e.eventNames());
})();

'use strict';
const channels = require('node:diagnostics_channel');
const { AsyncLocalStorage } = require('node:async_hooks');
const tell = (run) => {
  try {
    console.log(run());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
console.log(Object.keys(channels), channels.channel('a'), channels.tracingChannel('t'));
tell(() => channels.channel());
tell(() => channels.channel(5));
tell(() => channels.subscribe('a'));
tell(() => channels.channel('a').publish());
tell(() => channels.tracingChannel(5));
function heard(message, name) {
  console.log('heard', message, name);
}
channels.subscribe('a', heard);
const symbol = Symbol('channel');
channels.subscribe(symbol, heard);
channels.channel(symbol).publish(1);
console.log(
  channels.channel('a'),
  channels.hasSubscribers('a'),
  channels.channel('a') instanceof channels.Channel,
);
channels.channel('a').publish({ some: 'thing' });
console.log(
  channels.unsubscribe('a', heard),
  channels.unsubscribe('a', heard),
  channels.hasSubscribers('a'),
  channels.channel('a'),
);
const storage = new AsyncLocalStorage();
const bound = channels.channel('bound');
bound.bindStore(storage, (value) => `transformed ${value}`);
console.log(
  bound.runStores(
    'message',
    function (...args) {
      return [this, args, storage.getStore()];
    },
    'this',
    1,
    2,
  ),
  storage.getStore(),
);
console.log(bound.unbindStore(storage), bound.unbindStore(storage));
const traced = channels.tracingChannel('work');
const handlers = Object.fromEntries(
  ['start', 'end', 'asyncStart', 'asyncEnd', 'error'].map((name) => [
    name,
    (context) => console.log(name, context),
  ]),
);
traced.subscribe(handlers);
console.log(traced.traceSync((a) => a + 1, { id: 1 }, undefined, 41));
tell(() =>
  traced.traceSync(
    () => {
      throw new RangeError('sync');
    },
    { id: 2 },
  ),
);
tell(() => traced.traceSync(5));
(async () => {
  console.log(await traced.tracePromise(async (value) => value, { id: 3 }, undefined, 'later'));
  await traced
    .tracePromise(
      async () => {
        throw new TypeError('async');
      },
      { id: 4 },
    )
    .catch((error) => console.log(error.message));
  traced.traceCallback(
    (done) => setTimeout(done, 1, null, 'called'),
    0,
    { id: 5 },
    undefined,
    (error, value) => {
      console.log(error, value);
      console.log(traced.unsubscribe(handlers), traced.hasSubscribers);
      process.on('uncaughtException', (error) => console.log('uncaught', error.message));
      channels.subscribe('bad', () => {
        throw new Error('subscriber');
      });
      channels.subscribe('bad', () => console.log('the next one'));
      channels.channel('bad').publish();
    },
  );
})();

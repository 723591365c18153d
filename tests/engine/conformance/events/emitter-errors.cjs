'use strict';
const EventEmitter = require('events');
const tell = (run) => {
  try {
    console.log('gave', run());
  } catch (error) {
    console.log(error.name, error.code, error.message, Object.keys(error));
  }
};
const e = new EventEmitter();
tell(() => e.emit('error'));
tell(() => e.emit('error', null));
tell(() => e.emit('error', 'text'));
tell(() => e.emit('error', { message: 'an object', a: [1, { b: { c: {} } }] }));
tell(() => e.emit('error', new RangeError('mine')));
tell(() => e.emit('error', Symbol('x')));
tell(() => e.emit('error', undefined, 2));
for (const bad of [null, undefined, 1, 'text', {}, []]) {
  tell(() => e.on('x', bad));
  tell(() => e.once('x', bad));
  tell(() => e.prependListener('x', bad));
  tell(() => e.prependOnceListener('x', bad));
  tell(() => e.removeListener('x', bad));
}
for (const bad of [-1, NaN, 'no', null, {}, -Infinity]) {
  tell(() => e.setMaxListeners(bad));
  tell(() => (EventEmitter.defaultMaxListeners = bad));
  tell(() => EventEmitter.setMaxListeners(bad));
}
tell(() => e.setMaxListeners(Infinity).getMaxListeners());
tell(() => EventEmitter.setMaxListeners(5, {}));
tell(() => EventEmitter.getMaxListeners({}));
tell(() => EventEmitter.getEventListeners({}, 'x'));
tell(() => EventEmitter.listenerCount({}, 'x'));
tell(() => new EventEmitter({ captureRejections: 'yes' }));
tell(() => new EventEmitter({ captureRejections: 0 }) instanceof EventEmitter);
tell(() => (EventEmitter.captureRejections = 1));
tell(() => EventEmitter.addAbortListener(undefined, () => {}));
tell(() => EventEmitter.addAbortListener({}, () => {}));
tell(() => EventEmitter.addAbortListener(new AbortController().signal));
tell(() => EventEmitter());
tell(
  () =>
    new (class extends EventEmitter {
      constructor() {
        super();
        this.mine = 1;
      }
    })(),
);
const handled = new EventEmitter();
handled.on(EventEmitter.errorMonitor, (error) => console.log('monitor', error.message));
tell(() => handled.emit('error', new Error('watched')));
handled.on('error', (error) => console.log('listener', error.message));
tell(() => handled.emit('error', new Error('heard')));
tell(() => handled.emit('error'));

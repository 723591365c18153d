'use strict';
const EventEmitter = require('events');
const events = require('node:events');
console.log(events === EventEmitter, EventEmitter.EventEmitter === EventEmitter);
console.log(Object.keys(EventEmitter).sort().join());
console.log(Object.keys(EventEmitter.prototype).sort().join());
console.log(
  EventEmitter.name,
  EventEmitter.length,
  typeof EventEmitter.init,
  EventEmitter.usingDomains,
);
for (const name of [
  'on',
  'once',
  'getEventListeners',
  'setMaxListeners',
  'addAbortListener',
  'getMaxListeners',
  'listenerCount',
])
  console.log(name, EventEmitter[name].name, EventEmitter[name].length);
for (const name of [
  'on',
  'addListener',
  'emit',
  'off',
  'removeListener',
  'removeAllListeners',
  'prependListener',
  'listeners',
  'rawListeners',
  'listenerCount',
  'eventNames',
  'setMaxListeners',
  'getMaxListeners',
  'once',
])
  console.log(name, EventEmitter.prototype[name].name, EventEmitter.prototype[name].length);
const one = new EventEmitter();
console.log(one, Object.keys(one));
console.log(
  EventEmitter.prototype.on === EventEmitter.prototype.addListener,
  EventEmitter.prototype.off === EventEmitter.prototype.removeListener,
);
function Old() {
  EventEmitter.call(this);
}
Object.setPrototypeOf(Old.prototype, EventEmitter.prototype);
console.log(new Old(), EventEmitter.errorMonitor, EventEmitter.captureRejectionSymbol);
console.log(
  Object.getOwnPropertyDescriptor(EventEmitter, 'defaultMaxListeners').enumerable,
  EventEmitter.defaultMaxListeners,
);
const odd = new EventEmitter();
for (const name of ['__proto__', 'toString', 'constructor', 'hasOwnProperty', 'valueOf']) {
  console.log(name, odd.listenerCount(name), odd.listeners(name), odd.emit(name));
  odd.on(name, () => console.log('heard', name));
  console.log(odd.listenerCount(name), odd.emit(name), odd.eventNames());
  odd.removeAllListeners(name);
}
const symbol = Symbol('event');
odd.on(symbol, function () {
  console.log(this === odd, arguments.length);
});
odd.emit(symbol, 1, 2, 3, 4, 5);
console.log(odd.eventNames(), odd._eventsCount);

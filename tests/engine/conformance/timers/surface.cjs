'use strict';
const timers = require('timers');
const promises = require('node:timers/promises');
const { promisify } = require('util');
console.log(
  Object.keys(timers).sort().join(),
  Object.keys(promises).join(),
  timers.promises === promises,
);
for (const name of [
  'setTimeout',
  'setInterval',
  'setImmediate',
  'clearTimeout',
  'clearInterval',
  'clearImmediate',
])
  console.log(
    name,
    timers[name] === globalThis[name],
    globalThis[name].name,
    globalThis[name].length,
    Object.getOwnPropertyDescriptor(globalThis, name).enumerable,
  );
console.log(
  promisify(setTimeout) === promises.setTimeout,
  promisify(setImmediate) === promises.setImmediate,
  setTimeout[promisify.custom] === promises.setTimeout,
);
console.log(
  promises.setTimeout.length,
  promises.setImmediate.length,
  promises.setInterval.length,
  promises.setTimeout.name,
  Object.prototype.toString.call(promises.setInterval(1)),
);
console.log(promises.scheduler, Object.prototype.toString.call(promises.scheduler));
const timeout = setTimeout(() => {}, 7, 'argument');
console.log(
  timeout.constructor.name,
  Object.keys(timeout),
  Object.getOwnPropertySymbols(timeout).map(String),
  timeout._idleTimeout,
  timeout._repeat,
  timeout._destroyed,
  timeout._onTimeout,
);
console.log(
  timeout.hasRef(),
  timeout.unref() === timeout,
  timeout.hasRef(),
  timeout.ref() === timeout,
  timeout.hasRef(),
  timeout.refresh() === timeout,
);
console.log(
  typeof +timeout,
  +timeout === timeout[Symbol.toPrimitive](),
  `${timeout}` === String(+timeout),
  timeout.close() === timeout,
  timeout._destroyed,
  timeout._onTimeout,
  timeout._idleTimeout,
);
const immediate = setImmediate(() => {}, 1);
console.log(
  immediate.constructor.name,
  Object.keys(immediate),
  immediate.hasRef(),
  immediate.unref() === immediate,
  immediate.hasRef(),
  immediate.ref() === immediate,
  immediate._destroyed,
);
clearImmediate(immediate);
console.log(immediate._destroyed, immediate._onImmediate);
const interval = setInterval(() => {}, 5);
console.log(interval._repeat, interval._idleTimeout, interval._destroyed);
clearTimeout(interval);
console.log(interval._destroyed, interval._repeat);
console.log(
  Reflect.ownKeys(timeout.constructor.prototype),
  Reflect.ownKeys(immediate.constructor.prototype),
);
for (const bad of [undefined, null, 5, 'text', {}, []])
  for (const name of ['setTimeout', 'setInterval', 'setImmediate'])
    try {
      globalThis[name](bad);
    } catch (error) {
      console.log(name, error.name, error.code, error.message);
    }
for (const odd of [undefined, null, 5, 'text', {}, [], NaN, Symbol('x'), () => {}])
  console.log(clearTimeout(odd), clearInterval(odd), clearImmediate(odd));
clearTimeout(setTimeout(() => console.log('never'), 1)[Symbol.toPrimitive]());
clearInterval(String(setTimeout(() => console.log('never'), 1)));
clearTimeout({ _idlePrev: 1 });
const id = +setTimeout(() => console.log('never'), 1);
clearTimeout(id);
clearTimeout(id);
{
  setTimeout(() => console.log('never'), 1)[Symbol.dispose]();
  setImmediate(() => console.log('never'))[Symbol.dispose]();
}
const again = setTimeout(() => {
  console.log('once');
}, 1);
clearTimeout(again);
again.refresh();

'use strict';
process.on('uncaughtException', (error, origin) => console.log('uncaught', error.message, origin));
setTimeout(() => {
  throw new Error('timeout');
}, 1);
setTimeout(() => console.log('after the timeout'), 1);
setImmediate(() => {
  throw new Error('immediate');
});
setImmediate(() => console.log('after the immediate'));
let count = 0;
const interval = setInterval(() => {
  if (++count === 3) clearInterval(interval);
  throw new Error(`interval ${count}`);
}, 5);
setTimeout(() => {
  process.nextTick(() => {
    throw new Error('tick');
  });
  process.nextTick(() => console.log('after the tick'));
  Promise.resolve().then(() => console.log('reaction'));
  queueMicrotask(() => {
    throw new Error('microtask');
  });
  queueMicrotask(() => console.log('after the microtask'));
}, 40);

'use strict';
process.on('uncaughtException', (error, origin) => console.log('uncaught', error.message, origin));
let count = 0;
// Each stage begins long after the one before, so that the order does not hang on the machine.
const stages = [
  () => {
    setTimeout(() => {
      throw new Error('timeout');
    }, 1);
    setTimeout(() => console.log('after the timeout'), 1);
  },
  () => {
    setImmediate(() => {
      throw new Error('immediate');
    });
    setImmediate(() => console.log('after the immediate'));
  },
  () => {
    process.nextTick(() => {
      throw new Error('tick');
    });
    process.nextTick(() => console.log('after the tick'));
    Promise.resolve().then(() => console.log('reaction'));
    queueMicrotask(() => {
      throw new Error('microtask');
    });
    queueMicrotask(() => console.log('after the microtask'));
  },
  () => {
    const interval = setInterval(() => {
      if (++count === 3) clearInterval(interval);
      throw new Error(`interval ${count}`);
    }, 5);
  },
];
const next = () => {
  const stage = stages.shift();
  if (stages.length > 0) setTimeout(next, 150);
  stage();
};
next();

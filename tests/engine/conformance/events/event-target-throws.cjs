'use strict';
const target = new EventTarget();
process.on('uncaughtException', (error, origin) => console.log('uncaught', error.message, origin));
target.addEventListener('x', () => {
  throw new Error('one');
});
target.addEventListener('x', async () => {
  throw new Error('two');
});
target.addEventListener('x', {
  handleEvent() {
    throw new Error('three');
  },
});
target.addEventListener('x', () => console.log('still called'));
console.log(target.dispatchEvent(new Event('x')));
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('reaction'));

process.exitCode = 3;
process.on('beforeExit', () => console.log('beforeExit'));
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('reaction'));
queueMicrotask(() => console.log('microtask'));
console.log('main');
return;

// A program may catch what nobody caught, and go on.
process.on('uncaughtException', (error, origin) => console.log('caught', error.message, origin));
process.on('uncaughtExceptionMonitor', (error) => console.log('seen', error.message));
process.on('beforeExit', (code) => console.log('before the exit', code));
process.on('exit', (code) => console.log('exit', code));
setTimeout(() => {
  throw new Error('in a timer');
}, 1);
setTimeout(() => Promise.reject(new Error('rejected')), 10);
setTimeout(() => console.log('goes on'), 20);
process.nextTick(() => {
  throw new Error('in a tick');
});
queueMicrotask(() => {
  throw new Error('in a microtask');
});

export {};

// With a listener the program goes on. A rejection that is handled in time tells nobody.
process.on('unhandledRejection', (reason, promise) => {
  console.log('unhandled', reason, promise instanceof Promise);
});
void Promise.reject('a text');
const late = Promise.reject(new Error('handled in a tick'));
process.nextTick(() => late.catch((error: Error) => console.log('caught', error.message)));
setTimeout(() => console.log('end'), 10);

export {};

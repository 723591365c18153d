// A rejection that nobody handles ends the program before the next callback.
process.on('exit', (code) => console.log('exit with', code));
setTimeout(() => {
  console.log('rejecting');
  void Promise.reject(new RangeError('nobody listens'));
  Promise.reject(new Error('handled')).catch((error: Error) =>
    console.log('handled:', error.message),
  );
}, 1);
setTimeout(() => console.log('never'), 1);
setTimeout(() => console.log('never'), 20);

export {};

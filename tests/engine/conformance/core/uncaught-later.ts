// An error in a callback ends the program before what comes next.
process.on('exit', (code) => console.log('exit with', code, process.exitCode));
setImmediate(() => {
  console.log('first');
  const work = (): never => {
    throw new TypeError('in a callback');
  };
  work();
});
setImmediate(() => console.log('never'));

export {};

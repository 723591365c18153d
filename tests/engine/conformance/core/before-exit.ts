// `beforeExit` comes when nothing is left, and again when it made more work.
let times = 0;
process.on('beforeExit', (code) => {
  times += 1;
  console.log('before the exit', times, code);
  setTimeout(() => console.log('never'), 10_000).unref();
  if (times === 1) setTimeout(() => console.log('more work'), 1);
  if (times === 2) void Promise.resolve().then(() => setImmediate(() => console.log('even more')));
  process.nextTick(() => console.log('a tick is no work'));
});
process.once('exit', () => console.log('exit after', times));
process.exitCode = 2;

export {};

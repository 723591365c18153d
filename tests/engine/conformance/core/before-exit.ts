// `beforeExit` comes when nothing is left, and again when it made more work.
let times = 0;
process.on('beforeExit', (code) => {
  times += 1;
  console.log('before the exit', times, code);
  if (times < 3) setTimeout(() => console.log('more work'), 1);
});
process.once('exit', () => console.log('exit after', times));
process.exitCode = 2;

export {};

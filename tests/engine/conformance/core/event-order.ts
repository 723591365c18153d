// What runs first: the module, microtasks, ticks, immediates, timers.
const log = (text: string): void => console.log(text);

process.nextTick(() => {
  log('tick 1');
  process.nextTick(() => log('tick of a tick'));
  Promise.resolve().then(() => log('reaction of a tick'));
  queueMicrotask(() => log('microtask of a tick'));
});
process.nextTick((a: unknown, b: unknown) => log(`tick 2 with ${a} and ${b}`), 1, 'two');

Promise.resolve()
  .then(() => {
    log('reaction 1');
    process.nextTick(() => log('tick of a reaction'));
  })
  .then(() => log('reaction 2'));
queueMicrotask(() => log('microtask'));

setImmediate(() => {
  log('immediate 1');
  setImmediate(() => {
    log('immediate of an immediate');
    setTimeout(timers, 1);
  });
  process.nextTick(() => log('tick of immediate 1'));
  Promise.resolve().then(() => log('reaction of immediate 1'));
});
setImmediate(() => log('immediate 2'));

function timers(): void {
  setTimeout(() => {
    log('timer 1');
    Promise.resolve().then(() => log('reaction of timer 1'));
    process.nextTick(() => log('tick of timer 1'));
  }, 5);
  setTimeout(() => log('timer 2, same delay'), 5);
  setImmediate(() => log('immediate of a timer'));
}

log('end of the module');

export {};

'use strict';
const log = (...words) => console.log(...words);
let count = 0;
const stages = [
  () => {
    setImmediate(
      function (a, b) {
        log('immediate', this.constructor.name, a, b);
        setImmediate(log, 'next round');
        process.nextTick(log, 'tick of immediate');
        Promise.resolve().then(() => log('reaction of immediate'));
      },
      1,
      2,
    );
    const gone = setImmediate(log, 'never');
    setImmediate(() => {
      clearImmediate(later);
      log('cleared the next one');
    });
    const later = setImmediate(log, 'never');
    clearImmediate(gone);
    setImmediate(log, 'last of the first round');
    setTimeout(next, 200);
  },
  () => {
    const interval = setInterval(
      (word) => {
        log(word, ++count);
        if (count === 3) {
          clearInterval(interval);
          next();
        }
      },
      1,
      'interval',
    );
  },
  () => {
    const self = setTimeout(() => {
      log('refreshed', ++count > 5 ? 'enough' : 'again');
      if (count <= 5) self.refresh();
      else next();
    }, 3);
  },
  () => {
    setTimeout(() => {
      const inner = setTimeout(log, 1, 'never');
      clearTimeout(inner);
      process.nextTick(log, 'tick');
      queueMicrotask(() => log('microtask'));
    }, 2);
    setTimeout(log, 2, 'same delay, after the tick');
    setTimeout(next, 2);
  },
  () => {
    setTimeout(function () {
      log(this.constructor.name, this._destroyed);
      setImmediate(log, 'nested immediate');
      setTimeout(next, 200);
    }, 1);
  },
  () => {
    const timer = setTimeout(log, 1, 'replaced');
    timer._onTimeout = () => log('by another');
    setTimeout(next, 5);
  },
  () => {
    const timer = setInterval(() => {
      log('once');
      timer._repeat = null;
    }, 1);
    setTimeout(next, 20);
  },
  () => {
    const timer = setTimeout(() => {
      log('fired');
      clearTimeout(timer);
      timer.refresh();
      setTimeout(next, 10);
    }, 1);
  },
  () => setTimeout(log, 100000, 'never').unref(),
];
const next = () => stages.shift()();
next();

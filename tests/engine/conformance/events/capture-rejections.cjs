'use strict';
const EventEmitter = require('events');
process.on('unhandledRejection', (error) => console.log('unhandled', error.message));
process.on('uncaughtException', (error) => console.log('uncaught', error.message));
const captured = new EventEmitter({ captureRejections: true });
captured.on('x', async (value) => {
  throw new Error(`async ${value}`);
});
captured.on('error', (error) => console.log('error event', error.message));
captured.emit('x', 1);
const own = new EventEmitter({ captureRejections: true });
own[Symbol.for('nodejs.rejection')] = (error, name, ...args) =>
  console.log('own', error.message, name, args);
own.on('y', async () => {
  throw new Error('mine');
});
own.emit('y', 2, 3);
const plain = new EventEmitter();
plain.on('z', async () => {
  throw new Error('plain');
});
plain.emit('z');
const noListener = new EventEmitter({ captureRejections: true });
noListener.on('w', async () => {
  throw new Error('nobody');
});
noListener.emit('w');
const again = new EventEmitter({ captureRejections: true });
again.on('error', async () => {
  throw new Error('in error listener');
});
again.emit('error', new Error('start'));
const thenable = new EventEmitter({ captureRejections: true });
thenable.on('v', () => ({
  get then() {
    throw new Error('getter');
  },
}));
thenable.on('error', (error) => console.log('thenable', error.message));
thenable.emit('v');
thenable.removeAllListeners('v').on('v', () => ({
  then(done, failed) {
    failed(new Error('called'));
  },
}));
thenable.emit('v');
console.log(captured, EventEmitter.captureRejections);
EventEmitter.captureRejections = true;
console.log(new EventEmitter());
EventEmitter.captureRejections = false;
class Mine extends EventEmitter {
  constructor() {
    super({ captureRejections: true });
  }
  [EventEmitter.captureRejectionSymbol](error, event) {
    console.log('class', error.message, event);
  }
}
const mine = new Mine();
mine.once('q', async () => {
  throw new Error('once');
});
mine.emit('q');
process.on('warning', (warning) => console.log(warning.name));

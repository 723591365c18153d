'use strict';
const EventEmitter = require('events');
process.on('warning', (warning) => {
  console.log(
    warning.name,
    warning.message,
    warning.count,
    warning.type,
    warning.emitter?.constructor.name,
    warning.target?.constructor.name,
  );
});
const e = new EventEmitter();
for (let at = 0; at < 13; at += 1) e.on('leak', () => {});
const symbol = Symbol('sym');
class Mine extends EventEmitter {}
const mine = new Mine().setMaxListeners(1);
mine
  .on(symbol, () => {})
  .on(symbol, () => {})
  .on(symbol, () => {});
mine.once('once', () => {}).once('once', () => {});
const none = new EventEmitter().setMaxListeners(0);
for (let at = 0; at < 20; at += 1) none.on('x', () => {});
const target = new EventTarget();
for (let at = 0; at < 12; at += 1) target.addEventListener('foo', () => {});
const { signal } = new AbortController();
for (let at = 0; at < 12; at += 1) signal.addEventListener('abort', () => {});
const small = new EventTarget();
EventEmitter.setMaxListeners(1, small);
console.log(
  EventEmitter.getMaxListeners(small),
  EventEmitter.getMaxListeners(signal),
  EventEmitter.getMaxListeners(target),
  EventEmitter.getMaxListeners(e),
);
small.addEventListener('bar', () => {});
small.addEventListener('bar', () => {});
EventEmitter.setMaxListeners(2, signal, mine);
signal.addEventListener('abort', () => {});
console.log(mine.getMaxListeners());

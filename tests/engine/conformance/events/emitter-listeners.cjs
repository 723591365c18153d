'use strict';
const EventEmitter = require('events');
const e = new EventEmitter();
e.on('newListener', (name, listener) => console.log('new', name, listener.name));
e.on('removeListener', (name, listener) => console.log('gone', name, listener.name));
function a() {
  console.log('a', ...arguments);
}
function b() {
  console.log('b', ...arguments);
}
e.once('x', a);
e.on('x', b);
e.prependListener('x', a);
e.prependOnceListener('x', b);
console.log(e.listeners('x'), e.rawListeners('x'));
console.log(
  e.listenerCount('x'),
  e.listenerCount('x', a),
  e.listenerCount('x', b),
  e.listenerCount('x', () => {}),
);
e.emit('x', 1, 2);
console.log(e.listeners('x').length);
e.removeListener('x', a);
e.removeListener('x', a);
console.log(e.rawListeners('x'));
const [wrapper] = e.once('y', a).rawListeners('y');
wrapper('called by hand');
console.log(e.listenerCount('y'));
e.on('z', a).on('z', b).on('z', a);
e.removeAllListeners('z');
e.on('p', a).on('q', b);
e.removeAllListeners();
console.log(e.eventNames(), e.removeAllListeners('none') === e);
const f = new EventEmitter();
f.on('x', function first() {
  f.removeListener('x', second);
  console.log('first');
});
function second() {
  console.log('second');
}
f.on('x', second);
f.emit('x');
f.emit('x');
f.on('grow', function () {
  console.log('one');
  f.on('grow', () => console.log('added'));
});
f.emit('grow');
f.emit('grow');
const g = new EventEmitter();
g.on('newListener', function once() {
  g.off('newListener', once);
  g.on('event', () => console.log('before'));
});
g.on('event', () => console.log('after'));
g.emit('event');
console.log(g.listenerCount('event'), g.emit('nothing'), g._events, g._maxListeners);
g.setMaxListeners(1);
console.log(g.getMaxListeners(), g);

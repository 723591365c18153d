'use strict';
const { getEventListeners, once, on, listenerCount } = require('events');
const tell = (run) => {
  try {
    console.log('gave', run());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
const target = new EventTarget();
const heard = (event) => console.log('heard', event.type, event.detail, event.target === target);
target.addEventListener('a', heard);
target.addEventListener('a', heard);
target.addEventListener('a', heard, true);
target.addEventListener('a', {
  handleEvent(event) {
    console.log('object', this !== target, event.type);
  },
});
console.log(
  getEventListeners(target, 'a').length,
  getEventListeners(target, 'none'),
  listenerCount(target, 'a'),
);
tell(() => target.dispatchEvent(new Event('a')));
tell(() => target.dispatchEvent(new CustomEvent('a', { detail: 5, cancelable: true })));
target.removeEventListener('a', heard);
console.log(getEventListeners(target, 'a').length);
target.removeEventListener('a', heard, true);
console.log(getEventListeners(target, 'a').length);
target.addEventListener(
  'b',
  (event) => {
    event.preventDefault();
    console.log(event.defaultPrevented, event.returnValue, event.cancelBubble);
    event.stopImmediatePropagation();
  },
  { once: true },
);
target.addEventListener('b', () => console.log('never'));
tell(() => target.dispatchEvent(new Event('b', { cancelable: true })));
console.log(getEventListeners(target, 'b').length);
const controller = new AbortController();
target.addEventListener('c', () => console.log('never'), { signal: controller.signal });
controller.abort();
tell(() => target.dispatchEvent(new Event('c')));
console.log(getEventListeners(target, 'c').length);
target.addEventListener('d', null);
target.addEventListener('d', undefined);
tell(() => target.addEventListener('d', 5));
tell(() => target.addEventListener('d', 'text'));
tell(() => target.addEventListener('d'));
tell(() => target.addEventListener());
tell(() => target.addEventListener('d', () => {}, 5));
tell(() => target.addEventListener('d', () => {}, { signal: 5 }));
tell(() => target.removeEventListener('d'));
tell(() => target.dispatchEvent(5));
tell(() => target.dispatchEvent({ type: 'a' }));
tell(() => target.dispatchEvent());
target.addEventListener('e', (event) => tell(() => target.dispatchEvent(event)));
tell(() => target.dispatchEvent(new Event('e')));
tell(() => EventTarget.prototype.addEventListener.call({}, 'a', () => {}));
console.log(
  target,
  Object.prototype.toString.call(target),
  Object.prototype.toString.call(new Event('x')),
);
(async () => {
  setTimeout(() => target.dispatchEvent(new Event('later')), 1);
  const [event] = await once(target, 'later');
  console.log(event.type, getEventListeners(target, 'later').length);
  setTimeout(() => {
    target.dispatchEvent(new Event('often'));
    target.dispatchEvent(new Event('often'));
  }, 1);
  let count = 0;
  for await (const [each] of on(target, 'often')) {
    console.log(each.type);
    if (++count === 2) break;
  }
  console.log(getEventListeners(target, 'often').length);
})();

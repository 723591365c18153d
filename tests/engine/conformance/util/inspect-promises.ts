import { inspect } from 'node:util';
const rejected = Promise.reject(new Error('no'));
rejected.catch(() => {});
console.log(Promise.resolve(3), Promise.resolve({ a: { b: {} } }), new Promise(() => {}));
console.log(inspect(rejected).replaceAll(/\n +at .*/g, ''));
const { promise, resolve } = Promise.withResolvers<number>();
console.log(promise);
resolve(5);
console.log(promise);
console.log(Object.assign(Promise.resolve('x'), { extra: 1 }), [Promise.resolve()]);
console.log(promise.constructor === Promise, promise instanceof Promise, await promise);
const [map, set] = [
  new Map([
    ['a', 1],
    ['b', 2],
  ]),
  new Set([1, 2]),
];
const entries = map.entries();
entries.next();
console.log(entries, map.keys(), set.values(), [...map.entries()]);
console.log(new WeakMap(), new WeakSet([{}]), map[Symbol.iterator](), entries);

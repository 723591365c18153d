import { inspect } from 'node:util';
import { attempt } from './lib/attempt.ts';

const params = new URLSearchParams('a=1&b=2');
const iterator = params.entries();
console.log(iterator, params.keys(), params.values(), new URLSearchParams().keys());
iterator.next();
console.log(iterator, iterator.next(), iterator.next(), iterator);
console.log(Object.prototype.toString.call(iterator), Reflect.get(iterator, Symbol.toStringTag));
attempt('next of another', () => Reflect.apply(iterator.next, {}, []));
console.log(
  iterator[Symbol.iterator]() === iterator,
  Reflect.ownKeys(Object.getPrototypeOf(iterator)),
);
console.log(params, new URLSearchParams(), [[[params]]], { a: { b: { c: params } } });
const long = new URLSearchParams({ ['a'.repeat(40)]: '1', ['b'.repeat(40)]: '2' });
console.log(long, long.entries(), long.keys());
for (const options of [
  { depth: 0 },
  { depth: -1 },
  { breakLength: 5 },
  { colors: true },
  { compact: 1 },
])
  console.log(inspect(params, options), inspect(params.entries(), options));
const growing = new URLSearchParams('a=1');
for (const [name] of growing) {
  console.log(name);
  if (growing.size < 3) growing.append(`${name}b`, '');
}

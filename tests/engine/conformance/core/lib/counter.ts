/** A binding that changes, seen through every importer. */
export let count = 0;
export function increment(): number {
  return ++count;
}
export default class Counter {
  static readonly kind = 'counter';
}
console.log('counter runs');

import { performance, PerformanceObserver, timerify } from 'node:perf_hooks';
import { tried } from './parts/tried.ts';

/** Observers are told in the check phase, all at once, in the order of the entries' beginnings. */

const observer = new PerformanceObserver((list, self, ...more) => {
  console.log('told', self === observer, more.length);
  console.log(list, list.getEntries().length, list.getEntriesByName('a'));
  console.log(list.getEntriesByType('measure').map(({ name }) => name));
  console.log(list.getEntriesByName('a', 'measure'));
});
observer.observe({ entryTypes: ['mark', 'measure'] });
console.log(observer);
performance.mark('b', { startTime: 2 });
performance.mark('a', { startTime: 1 });
performance.measure('m', 'a', 'b');
process.nextTick(() => console.log('tick'));
void Promise.resolve().then(() => console.log('reaction'));
setImmediate(() => console.log('immediate'));
console.log(observer);
console.log(observer.takeRecords().map(({ name }) => name));
performance.mark('c', { startTime: 3 });
await new Promise((resolve) => setImmediate(resolve));

console.log('-- buffered');
const late = new PerformanceObserver((list) =>
  console.log(
    'late',
    list.getEntries().map(({ name }) => name),
  ),
);
late.observe({ type: 'mark', buffered: true });
await new Promise((resolve) => setImmediate(resolve));
late.observe({ type: 'measure' });
console.log(late);
late.disconnect();
performance.mark('unseen', { startTime: 4 });
observer.disconnect();

console.log('-- functions');
const calls = new PerformanceObserver((list) => {
  for (const { name, entryType, duration } of list.getEntries())
    console.log(name, entryType, duration >= 0);
  console.log(list.getEntries().map((entry) => Reflect.get(entry, 'detail') as unknown));
});
calls.observe({ entryTypes: ['function'] });
class Kettle {
  readonly liters: number;
  constructor(liters: number) {
    this.liters = liters;
  }
}
const sum = timerify(function add(one: number, two: number): number {
  return one + two;
});
const later = timerify(async function later(value: string): Promise<string> {
  await null;
  return value;
});
const failing = timerify(() => {
  throw new Error('boom');
});
console.log(sum(1, 2), new (timerify(Kettle))(3), await later('x'));
try {
  failing();
} catch (error) {
  console.log((error as Error).message);
}
await new Promise((resolve) => setImmediate(resolve));
calls.disconnect();

console.log('-- wrong');

const observe = (options?: unknown): void => {
  const one = new PerformanceObserver(() => {});
  Reflect.apply(one.observe, one, options === undefined ? [] : [options]);
  console.log(one);
  one.disconnect();
};
tried('nothing', () => observe());
tried('null', () => observe(null));
tried('empty', () => observe({}));
tried('both', () => observe({ entryTypes: ['mark'], type: 'mark' }));
tried('none', () => observe({ entryTypes: [] }));
tried('no list', () => observe({ entryTypes: 1 }));
tried('unknown', () => observe({ type: 'unknown' }));
tried('unknown ones', () => observe({ entryTypes: ['unknown', 'mark'] }));
const single = new PerformanceObserver(() => {});
single.observe({ type: 'mark' });
tried('then more', () => single.observe({ entryTypes: ['mark'] }));
single.disconnect();
single.observe({ entryTypes: ['mark', 'measure'] });
tried('then one', () => single.observe({ type: 'mark' }));
single.observe({ entryTypes: ['measure'] });
console.log(single);
single.disconnect();

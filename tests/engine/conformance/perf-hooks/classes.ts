import * as perfHooks from 'node:perf_hooks';
import { tried } from './parts/tried.ts';

/** The classes of the timeline, as objects. */

const { performance, PerformanceObserver, timerify } = perfHooks;

console.log(Object.keys(perfHooks));
console.log(
  perfHooks.constants,
  Object.getOwnPropertyDescriptor(perfHooks.constants, 'NODE_PERFORMANCE_GC_MAJOR'),
);
console.log(performance === globalThis.performance, performance instanceof EventTarget);
console.log(Object.prototype.toString.call(performance), Object.keys(performance));
const classes = Object.entries(perfHooks).filter(([name]) => name.startsWith('Performance'));
for (const [name, value] of classes) {
  const { prototype } = value as unknown as { prototype: object };
  console.log(
    value,
    (value as unknown as { length: number }).length,
    Object.keys(prototype).sort(),
  );
  console.log(Object.getOwnPropertyDescriptor(prototype, Symbol.toStringTag));
  console.log(Reflect.get(globalThis, name) === value);
  if (name !== 'PerformanceObserver')
    tried(`new ${name}`, () => Reflect.construct(value as unknown as new () => object, []));
}

const entry = performance.mark('one', {
  startTime: 5,
  detail: { deep: { deeper: { deepest: 1 } } },
});
console.log(entry, Object.keys(entry), JSON.stringify(entry), entry.toJSON());
console.log([entry], { entry }, [[[entry]]]);
console.log(performance.measure('two', { start: 1, end: 4, detail: 'd' }));
const getter = Object.getOwnPropertyDescriptor(perfHooks.PerformanceEntry.prototype, 'name')?.get;
tried('now elsewhere', () => performance.now.call({}));
tried('mark elsewhere', () => Reflect.apply(performance.mark, undefined, ['x']));
tried('toJSON elsewhere', () => performance.toJSON.call({}));
console.log(typeof getter, getter?.call(entry));
tried('no name', () => Reflect.apply(performance.getEntriesByName, performance, []));
tried('no type', () => Reflect.apply(performance.getEntriesByType, performance, []));
tried('no size', () => Reflect.apply(performance.setResourceTimingBufferSize, performance, []));
performance.setResourceTimingBufferSize(10);
console.log(performance.onresourcetimingbufferfull);
performance.addEventListener('ring', (event) => console.log(event.type));
performance.dispatchEvent(new Event('ring'));

console.log(Object.keys(performance.toJSON()), Object.keys(performance.nodeTiming));
const { name, entryType, startTime, loopExit } = performance.nodeTiming;
console.log(name, entryType, startTime, loopExit, performance.nodeTiming.duration > 0);
console.log(Object.keys(performance.nodeTiming.uvMetricsInfo));

function add(one: number, two: number): number {
  return one + two;
}
const timed = timerify(add);
console.log(timed, timed.name, timed.length, timed(1, 2), timerify(add) === timed);
tried('not a function', () => Reflect.apply(timerify, undefined, [1]));
tried('not a histogram', () => Reflect.apply(timerify, undefined, [add, { histogram: 1 }]));
tried('not options', () => Reflect.apply(timerify, undefined, [add, 1]));
tried('no callback', () => Reflect.construct(PerformanceObserver, []));

import { performance, PerformanceMark } from 'node:perf_hooks';
import { tried } from './parts/tried.ts';

/** Marks and measures: what they take, what they refuse, and what the timeline keeps. */

performance.mark('a', { startTime: 10 });
performance.mark('b', { startTime: 30, detail: { why: ['x'] } });
performance.mark('a', { startTime: 15 });
const measure = performance.measure.bind(performance) as (...given: unknown[]) => {
  toJSON(): { duration: number };
};
const cases: readonly (readonly unknown[])[] = [
  [],
  [1],
  [undefined],
  [null],
  [{}],
  ['m', 'a', 'b'],
  ['m', undefined, 'b'],
  ['m', null, 'b'],
  ['m', 5, 20],
  ['m', { start: 'a', end: 'b' }],
  ['m', { end: 5 }],
  ['m', { duration: 5, start: 1 }],
  ['m', { duration: 5, end: 10 }],
  ['m', { start: 'zz' }],
  ['m', { start: 1 }, 'b'],
  ['m', {}, 'b'],
  ['m', { detail: { a: 1 } }, 'b'],
  ['m', { start: 1, end: 2, duration: 3 }],
  ['m', { start: -1 }],
  ['m', { start: 1, end: -1 }],
  ['m', { start: 1, duration: -1 }],
  ['m', { start: 1, end: 2, detail: () => {} }],
  ['m', 'nodeStart', 'zz'],
  ['m', 'startTime'],
  ['m', { start: 5, end: 'nope' }],
  ['m', { start: {} }],
  ['m', { start: 1, duration: 'x' }],
  ['m', 'a', {}],
];
for (const [index, given] of cases.entries()) tried(`measure ${index}`, () => measure(...given));

const mark = performance.mark.bind(performance) as (...given: unknown[]) => unknown;
for (const options of [
  { startTime: 1 },
  { startTime: NaN },
  { startTime: Infinity },
  { startTime: -1 },
  { startTime: 'x' },
  { startTime: 2, detail: null },
  { startTime: 2, detail: 0 },
  { startTime: 2, detail: () => {} },
  1,
  'x',
])
  tried('mark', () => mark('x', options));
tried('no name', () => mark());
tried('symbol', () => mark(Symbol('s')));
tried('null', () => (mark(null, { startTime: 7 }) as { name: unknown }).name);
for (const name of [
  'nodeStart',
  'v8Start',
  'environment',
  'loopStart',
  'loopExit',
  'bootstrapComplete',
])
  tried(name, () => mark(name));
tried('its own', () => new PerformanceMark('q', { startTime: 3 }));
tried('not kept', () => performance.getEntriesByName('q').length);
tried('but known', () => performance.measure('z', { start: 'q', end: 4 }));

console.log(performance.getEntries().map(({ name, startTime }) => `${name} ${startTime}`));
console.log(performance.getEntriesByName('a', 'mark').length);
console.log(performance.getEntriesByName('a', 'measure').length);
console.log(performance.getEntriesByType('nothing'));
performance.clearMarks('no such');
performance.clearMarks('a');
tried('gone', () => performance.measure('z', 'a'));
performance.clearMeasures('m');
console.log(performance.getEntriesByType('measure').map(({ name }) => name));
performance.clearMarks();
performance.clearMeasures();
console.log(performance.getEntries());

import {
  createHistogram,
  eventLoopUtilization,
  monitorEventLoopDelay,
  timerify,
} from 'node:perf_hooks';
import { tried } from './parts/tried.ts';

/** What is measured of the loop. */

/** Time is what these programs measure, so it has to pass: until it did what is waited for. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

const before = eventLoopUtilization();
console.log(Object.keys(before));
await until(() => eventLoopUtilization(before).idle > 20);
const after = eventLoopUtilization();
const between = eventLoopUtilization(after, before);
console.log(between.active >= 0, between.utilization <= 1);
console.log(
  eventLoopUtilization(
    { idle: 3, active: 2, utilization: 0 },
    { idle: 0, active: 1, utilization: 0 },
  ),
);
console.log(Object.keys(eventLoopUtilization(before)));

const delay = monitorEventLoopDelay({ resolution: 5 });
console.log(delay.count, delay.min, delay.constructor.name);
console.log(delay.enable(), delay.enable());
await until(() => delay.count > 3);
console.log(delay.disable(), delay.disable(), delay.min > 0, delay.mean > 4e6);
const { count } = delay;
const stopped = performance.now();
await until(() => performance.now() - stopped > 20);
console.log(delay.count === count);
tried('resolution', () => monitorEventLoopDelay({ resolution: 0 }));
tried('no number', () => Reflect.apply(monitorEventLoopDelay, undefined, [{ resolution: 'a' }]));
tried('no boolean', () =>
  Reflect.apply(monitorEventLoopDelay, undefined, [{ samplePerIteration: 1 }]),
);
tried('null', () => Reflect.apply(monitorEventLoopDelay, undefined, [null]));
tried('elsewhere', () => Reflect.apply(delay.enable, {}, []));
console.log(typeof delay[Symbol.dispose]);
// Whoever only watches does not keep the program alive.
delay.enable();

const histogram = createHistogram();
const busy = timerify(
  () => {
    for (let turn = 0; turn < 1000; turn++) Math.sqrt(turn);
  },
  { histogram },
);
busy();
busy();
console.log(histogram.count, histogram.min > 0);
const slow = timerify(async () => new Promise((resolve) => setTimeout(resolve, 20)), { histogram });
await slow();
console.log(histogram.count, histogram.max > 15e6);

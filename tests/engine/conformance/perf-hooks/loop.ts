import {
  createHistogram,
  eventLoopUtilization,
  monitorEventLoopDelay,
  timerify,
} from 'node:perf_hooks';

/** What is measured of the loop. */

function tried(what: string, run: () => unknown): void {
  try {
    console.log(what, run());
  } catch (error) {
    const { name, code, message } = error as Error & { code?: unknown };
    console.log(what, '!', name, code, message);
  }
}

const before = eventLoopUtilization();
console.log(Object.keys(before));
await new Promise((resolve) => setTimeout(resolve, 60));
const after = eventLoopUtilization();
const between = eventLoopUtilization(after, before);
console.log(between.idle > 20, between.active >= 0, between.utilization < 0.9);
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
await new Promise((resolve) => setTimeout(resolve, 100));
console.log(delay.disable(), delay.disable(), delay.count > 3, delay.min > 0, delay.mean > 4e6);
const { count } = delay;
await new Promise((resolve) => setTimeout(resolve, 30));
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

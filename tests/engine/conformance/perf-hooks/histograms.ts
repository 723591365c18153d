import { createHistogram } from 'node:perf_hooks';

/** Histograms: buckets, percentiles, moments, and what they refuse. */

function filled(values: readonly number[], options = {}): ReturnType<typeof createHistogram> {
  const histogram = createHistogram(options);
  for (const value of values) histogram.record(value);
  return histogram;
}

/** Sums of a browser and of Node may differ in the last digits. */
function rounded(value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? value.toPrecision(11) : value;
}

const empty = createHistogram();
console.log(empty, empty.minBigInt, empty.maxBigInt, empty.countBigInt, empty.exceedsBigInt);
console.log(empty.percentile(50), JSON.stringify(empty));

const wide = filled([1, 2, 3, 1000, 12_345, 99_999, 1e6, 123_456_789, 123_456_789_012]);
wide.record(5n);
for (const [name, value] of Object.entries(wide.toJSON())) console.log(name, rounded(value));
console.log(wide.percentiles, wide.percentilesBigInt);
for (const percentile of [0.1, 10, 33.3, 50, 66, 90, 99, 99.9, 100])
  console.log(percentile, wide.percentile(percentile), wide.percentileBigInt(percentile));

const narrow = createHistogram({ lowest: 10, highest: 1000, figures: 2 });
for (const value of [1, 5, 10, 100, 500, 1000, 1001, 5000]) {
  narrow.record(value);
  const { count, exceeds, min, max, mean, stddev } = narrow;
  console.log(value, count, exceeds, min, max, rounded(mean), rounded(stddev));
}
wide.add(narrow);
console.log(wide.count, wide.exceeds, wide.min, wide.max, rounded(wide.mean));
wide.reset();
console.log(wide.count, wide.exceeds, wide.min, wide.max);
const deltas = createHistogram();
deltas.recordDelta();
deltas.recordDelta();
console.log(deltas.count, deltas.min > 0);
const big = createHistogram({ lowest: 1n, highest: 100n, figures: 3 });
big.record(50);
big.record(101n);
console.log(big.count, big.exceeds);

function tried(run: () => unknown): void {
  try {
    console.log(String(run), '->', run());
  } catch (error) {
    const { name, code, message } = error as Error & { code?: unknown };
    console.log(String(run), '!', name, code, message);
  }
}
const anything = (value: unknown): never => value as never;
tried(() => createHistogram(anything(1)));
tried(() => createHistogram(anything(null)));
tried(() => createHistogram({ lowest: 0 }));
tried(() => createHistogram({ lowest: anything('a') }));
tried(() => createHistogram({ highest: 1 }));
tried(() => createHistogram({ lowest: 10, highest: 19 }));
tried(() => createHistogram({ figures: 9 }));
tried(() => createHistogram({ figures: anything('c') }));
tried(() => empty.record(0));
tried(() => empty.record(1.5));
tried(() => empty.record(0n));
tried(() => empty.record(2n ** 70n));
tried(() => empty.record(anything('a')));
tried(() => empty.percentile(0));
tried(() => empty.percentile(101));
tried(() => empty.percentile(anything('a')));
tried(() => empty.add(anything(1)));
tried(() => empty.record.call({}, 1));
const histogramClass = Object.getPrototypeOf(Object.getPrototypeOf(empty) as object) as object;
const { get } = Object.getOwnPropertyDescriptor(histogramClass, 'count') ?? {};
tried(() => Reflect.apply(get as () => number, {}, []));
tried(() => Reflect.construct(empty.constructor as new () => object, []));
tried(() => Reflect.construct(histogramClass.constructor as new () => object, []));
console.log(Object.getOwnPropertyNames(histogramClass).sort().join());
console.log(Object.getOwnPropertyNames(Object.getPrototypeOf(empty)).sort().join());
console.log([[[[filled([1])]]]], [[[filled([1])]]], empty.constructor.name);

import { createHistogram } from 'node:perf_hooks';

/** What the histograms of Node.js 24.21 know beyond percentiles; its types do not yet say it. */

interface Statistics {
  record(value: number): void;
  readonly count: number;
  [method: string]: unknown;
}

function filled(values: readonly number[], options = {}): Statistics {
  const histogram = createHistogram(options) as unknown as Statistics;
  for (const value of values) histogram.record(value);
  return histogram;
}

/** To ten digits: the last ones depend on how a function is approximated. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? value : value.toPrecision(10);
  if (typeof value !== 'object' || value === null || value instanceof Map) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, rounded(one)]));
}

function ask(histogram: Statistics, method: string, ...given: unknown[]): void {
  const shown = given.map((one) => (typeof one === 'object' && one && 'record' in one ? '…' : one));
  try {
    const call = histogram[method];
    const answer = typeof call === 'function' ? Reflect.apply(call, histogram, given) : call;
    console.log(method, shown, rounded(answer));
  } catch (error) {
    const { name, code, message } = error as Error & { code?: unknown };
    console.log(method, shown, '!', name, code, message);
  }
}

const before = filled([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
const after = filled([3, 4, 5, 6, 7, 8, 9, 10, 11, 30]);
for (const method of ['ksTest', 'welchTest', 'mannWhitneyTest', 'cohensD', 'cliffsD']) {
  ask(before, method, after);
  ask(after, method, before);
  ask(before, method, before);
  ask(before, method, filled([]));
  ask(filled([]), method, filled([]));
  ask(filled([5, 5]), method, filled([5, 5, 5]));
  ask(before, method, 1);
  ask(before, method);
}
for (const confidence of [0.5, 0.99, 0, 2, 'a']) {
  ask(before, 'welchTest', after, { confidence });
  ask(before, 'percentileCI', 50, { confidence });
}
ask(before, 'welchTest', after, null);
for (const percentile of [1, 5, 50, 90, 99, 100, 0, 101, 'a'])
  ask(before, 'percentileCI', percentile);
for (const value of [-1, 0, 1, 5, 5.5, 10, 11, 'a', 5n]) {
  ask(before, 'cdf', value);
  ask(before, 'ccdf', value);
  // Outside of what it keeps, Node.js 24.21 reads memory that is none of the histogram's.
  if (value !== -1) ask(before, 'countAt', value);
}
for (const step of [1, 2, 3, 5, 50, 0, 1.5, 'a']) ask(before, 'linearBuckets', step);
for (const [first, base] of [
  [1, 2],
  [2, 2],
  [3, 10],
  [5, 1],
  [0, 2],
  ['a', 2],
  [1, 'a'],
])
  ask(before, 'logBuckets', first, base);
for (const percentiles of [[], [50, 20], [100, 99.9, 1], [0], ['a'], 50])
  ask(before, 'percentilesAt', percentiles);
ask(before, 'skewness');
ask(after, 'skewness');
ask(after, 'kurtosis');
ask(filled([1, 1, 1, 1]), 'kurtosis');

const latest = filled([1, 10, 3, 8], { halfLife: 3, threshold: 5 });
for (const name of ['ewmaMean', 'ewmaStddev', 'ewmaErrorRate']) ask(latest, name);
ask(latest, 'burnRate', 0.9);
for (const target of [0, 1, 2, 'a']) ask(latest, 'burnRate', target);
ask(before, 'burnRate', 0.9);

ask(before, 'subtract', filled([1, 1, 2]));
ask(before, 'count');
ask(before, 'min');
ask(before, 'max');
ask(before, 'subtract', 1);
const waited = filled([]);
ask(waited, 'recordCorrected', 100, 10);
ask(waited, 'percentiles');
for (const [value, interval] of [[1], [100, 0], [0, 1], ['a', 1], [10, 20], [10n, 1], [10n, 5n]])
  ask(waited, 'recordCorrected', value, interval);
ask(waited, 'count');

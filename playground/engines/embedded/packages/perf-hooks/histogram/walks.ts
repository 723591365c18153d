import type { Counts } from './counts.ts';

/** Ways to go through a histogram, in the steps of HdrHistogram_c. */

/**
 * The value that `percentile` percent of what was recorded do not exceed.
 * @param percentile 0 to 100
 */
export function valueAtPercentile(counts: Counts, percentile: number): number {
  const wanted = Math.max(1, Math.trunc((percentile / 100) * counts.total + 0.5));
  let seen = 0;
  for (const { value, count } of counts.filled()) {
    seen += count;
    if (seen < wanted) continue;
    return percentile === 0 ? value : counts.buckets.highestOf(value);
  }
  return counts.buckets.highestOf(0);
}

/** Percentiles and their values: 0, 50, 75, and so on, each half as far from 100 as the last. */
export function* percentileSteps(counts: Counts): Generator<readonly [number, number]> {
  let goal = 0;
  let seen = 0;
  let reached = 0;
  for (const { value, count } of counts.filled()) {
    seen += count;
    reached = value;
    while (goal <= (100 * seen) / counts.total) {
      yield [goal, value];
      goal += 100 / 2 ** (Math.trunc(Math.log2(100 / (100 - goal))) + 1);
      if (seen >= counts.total) break;
    }
  }
  yield [100, reached];
}

/**
 * How many were recorded up to each of some levels, above the level before.
 * @param first the first level
 * @param following the level after one
 * @returns the smallest value of the bucket at each level, and the count
 */
export function* levelSteps(
  counts: Counts,
  first: number,
  following: (level: number) => number,
): Generator<readonly [number, number]> {
  const { buckets, total } = counts;
  let level = first;
  let index = -1;
  let value = 0;
  let seen = 0;
  while (seen < total || isBeyond(counts, index + 1, level)) {
    let added = 0;
    while (value < buckets.lowestOf(level)) {
      index += 1;
      if (index >= buckets.length) break;
      added += counts.at(index);
      value = buckets.valueAt(index);
    }
    seen += added;
    yield [value, added];
    if (index >= buckets.length) return;
    level = following(level);
  }
}

/** Whether a bucket begins above the one that a level lies in. */
function isBeyond({ buckets }: Counts, index: number, level: number): boolean {
  return index < buckets.length && buckets.valueAt(index) > buckets.lowestOf(level);
}

/** The part of what was recorded that is not larger than a value, 0 to 1. */
export function partUpTo(counts: Counts, value: number): number {
  if (counts.total === 0) return 0;
  let seen = 0;
  for (const filled of counts.filled()) {
    if (filled.value > value) break;
    seen += filled.count;
  }
  return seen / counts.total;
}

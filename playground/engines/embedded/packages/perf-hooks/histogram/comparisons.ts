import type { Counts } from './counts.ts';
import { binomialUpTo, normalBelow, studentQuantile, studentUpTo } from './distributions.ts';
import { meanOf, sampleVariance } from './moments.ts';
import { valueAtPercentile } from './walks.ts';

/** Whether two histograms tell of the same thing, by the tests that Node.js has for that. */

/** An object without a prototype, as Node's results are. */
function bare<Members extends object>(members: Members): Members {
  return Object.assign(Object.create(null) as object, members);
}

/** Both histograms' counts, bucket by bucket. */
function* pairs(one: Counts, other: Counts): Generator<readonly [number, number]> {
  const length = Math.max(one.buckets.length, other.buckets.length);
  for (let index = 0; index < length; index++) yield [one.at(index), other.at(index)];
}

/** The largest distance between the two distributions (Kolmogorov and Smirnov). */
export function ksDistance(one: Counts, other: Counts): number {
  if (one.total === 0 || other.total === 0) return 0;
  let [seen, otherSeen, largest] = [0, 0, 0];
  for (const [count, otherCount] of pairs(one, other)) {
    seen += count;
    otherSeen += otherCount;
    largest = Math.max(largest, Math.abs(seen / one.total - otherSeen / other.total));
  }
  return largest;
}

interface Welch {
  readonly tStatistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  readonly confidenceInterval: { readonly lower: number; readonly upper: number };
}

/** Welch's t-test: do the means differ? The degrees of freedom are Satterthwaite's. */
export function welch(one: Counts, other: Counts, confidence: number): Welch {
  const variance = sampleVariance(one) / one.total;
  const otherVariance = sampleVariance(other) / other.total;
  const spread = variance + otherVariance;
  // Not above 0: nothing varies. Not a number: there are too few values.
  if (one === other || !(spread > 0) || one.total < 2 || other.total < 2)
    return welchResult(0, 0, 1, [0, 0]);
  const freedom =
    spread ** 2 / (variance ** 2 / (one.total - 1) + otherVariance ** 2 / (other.total - 1));
  const difference = meanOf(one) - meanOf(other);
  const t = difference / Math.sqrt(spread);
  const margin = studentQuantile(1 - (1 - confidence) / 2, freedom) * Math.sqrt(spread);
  const interval = [difference - margin, difference + margin] as const;
  return welchResult(t, freedom, 2 * studentUpTo(-Math.abs(t), freedom), interval);
}

function welchResult(
  tStatistic: number,
  degreesOfFreedom: number,
  pValue: number,
  [lower, upper]: readonly [number, number],
): Welch {
  const confidenceInterval = bare({ lower, upper });
  return bare({ tStatistic, degreesOfFreedom, pValue, confidenceInterval });
}

/** Pairs of a value of each in which the first is larger, and pairs that are equal. */
function wins(one: Counts, other: Counts): { readonly larger: number; readonly equal: number } {
  let [below, larger, equal] = [0, 0, 0];
  for (const [count, otherCount] of pairs(one, other)) {
    larger += count * below;
    equal += count * otherCount;
    below += otherCount;
  }
  return { larger, equal };
}

/** What ties take from the variance of U: the sum of t³ − t over all groups of t equal values. */
function ties(one: Counts, other: Counts): number {
  let sum = 0;
  for (const [count, otherCount] of pairs(one, other)) {
    const group = count + otherCount;
    sum += group ** 3 - group;
  }
  return sum;
}

interface MannWhitney {
  readonly uStatistic: number;
  readonly zScore: number;
  readonly pValue: number;
}

/** The U test of Mann and Whitney, with the normal approximation and without a correction of it. */
export function mannWhitney(one: Counts, other: Counts): MannWhitney {
  if (one === other || one.total === 0 || other.total === 0)
    return bare({ uStatistic: 0, zScore: 0, pValue: 1 });
  const { larger, equal } = wins(one, other);
  const uStatistic = larger + equal / 2;
  const product = one.total * other.total;
  const all = one.total + other.total;
  const variance = (product / 12) * (all + 1 - ties(one, other) / (all * (all - 1)));
  if (variance <= 0) return bare({ uStatistic, zScore: 0, pValue: 1 });
  const zScore = (uStatistic - product / 2) / Math.sqrt(variance);
  return bare({ uStatistic, zScore, pValue: 2 * normalBelow(-Math.abs(zScore)) });
}

/** Cohen's d: the distance of the means, in pooled standard deviations. */
export function cohensD(one: Counts, other: Counts): number {
  if (one.total < 2 || other.total < 2) return 0;
  const squares = (one.total - 1) * sampleVariance(one) + (other.total - 1) * sampleVariance(other);
  const pooled = Math.sqrt(squares / (one.total + other.total - 2));
  return pooled === 0 ? 0 : (meanOf(one) - meanOf(other)) / pooled;
}

/** Cliff's delta: how much more often the first is larger than smaller, −1 to 1. */
export function cliffsD(one: Counts, other: Counts): number {
  const product = one.total * other.total;
  if (product === 0) return 0;
  const { larger, equal } = wins(one, other);
  return (larger - (product - larger - equal)) / product;
}

interface Interval {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** A percentile, and between what ranks it lies with that confidence, whatever the distribution. */
export function percentileInterval(
  counts: Counts,
  percentile: number,
  confidence: number,
): Interval {
  const { total } = counts;
  const value = valueAtPercentile(counts, percentile);
  if (total < 2) return bare({ value, lower: value, upper: value });
  const tail = (1 - confidence) / 2;
  const below = (rank: number): number => binomialUpTo(rank - 1, total, percentile / 100);
  const lower = firstRank(total + 1, (rank) => below(rank) > tail) - 1;
  const upper = firstRank(total, (rank) => below(rank) >= 1 - tail);
  const at = (rank: number): number => valueAtPercentile(counts, (rank / total) * 100);
  return bare({ value, lower: at(lower), upper: at(upper) });
}

/** The first rank from 0 on that holds, `limit` where none below does; it stays true once it is. */
function firstRank(limit: number, holds: (rank: number) => boolean): number {
  let [low, high] = [0, limit];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

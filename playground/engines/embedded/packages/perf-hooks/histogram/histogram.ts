import {
  illegalConstructor,
  invalidArgType,
  invalidThis,
  nodeError,
  outOfRange,
  validateInteger,
  validateNumber,
  validateObject,
} from 'node:internal/errors';
import { inspect, type InspectOptionsStylized } from 'node:util';
import { showAs } from '../show.ts';
import * as comparisons from './comparisons.ts';
import { deviationOf, kurtosisOf, meanOf, skewnessOf } from './moments.ts';
import type { Recording } from './recording.ts';
import { levelSteps, partUpTo, percentileSteps, valueAtPercentile } from './walks.ts';

/** What Node.js says of a minimum where nothing was recorded. */
const noMinimum = 2n ** 63n - 1n;

const recordings = new WeakMap<object, Recording>();

/** Only the engine makes histograms. */
export const making: unique symbol = Symbol('making');

export function give(histogram: Histogram, recording: Recording): void {
  recordings.set(histogram, recording);
}

/** @throws {NodeError} where it is none of this class */
export function recordingOf(value: object, className: string): Recording {
  const recording = recordings.get(value);
  if (!recording) throw invalidThis(className);
  return recording;
}

function validatePercentile(value: unknown, name: string): asserts value is number {
  validateNumber(value, name);
  if (!(value > 0 && value <= 100)) throw outOfRange(name, '> 0 && <= 100', value);
}

function validateFraction(value: unknown, name: string): asserts value is number {
  validateNumber(value, name);
  if (!(value > 0 && value < 1)) throw outOfRange(name, '> 0 && < 1', value);
}

function confidenceOf(options: unknown): number {
  validateObject(options, 'options');
  const { confidence = 0.95 } = options as { confidence?: unknown };
  validateFraction(confidence, 'options.confidence');
  return confidence;
}

/** `Histogram` of `node:perf_hooks`, with the members of Node.js 24.21. */
export class Histogram {
  constructor(allowed?: unknown) {
    if (allowed !== making) throw illegalConstructor();
  }

  get count(): number {
    return own(this).counts.total;
  }

  get countBigInt(): bigint {
    return BigInt(this.count);
  }

  get min(): number {
    const { min } = own(this).counts;
    return Number.isFinite(min) ? min : Number(noMinimum);
  }

  get minBigInt(): bigint {
    const { min } = own(this).counts;
    return Number.isFinite(min) ? BigInt(min) : noMinimum;
  }

  get max(): number {
    return own(this).counts.max;
  }

  get maxBigInt(): bigint {
    return BigInt(this.max);
  }

  get mean(): number {
    return meanOf(own(this).counts);
  }

  get exceeds(): number {
    return own(this).exceeds;
  }

  get exceedsBigInt(): bigint {
    return BigInt(this.exceeds);
  }

  get stddev(): number {
    return deviationOf(own(this).counts);
  }

  get skewness(): number {
    return skewnessOf(own(this).counts);
  }

  get kurtosis(): number {
    return kurtosisOf(own(this).counts);
  }

  get ewmaMean(): number {
    return own(this).latest.mean;
  }

  get ewmaStddev(): number {
    return own(this).latest.deviation;
  }

  get ewmaErrorRate(): number {
    return own(this).latest.errorRate;
  }

  get percentiles(): Map<number, number> {
    return new Map(percentileSteps(own(this).counts));
  }

  get percentilesBigInt(): Map<number, bigint> {
    return new Map([...this.percentiles].map(([at, value]) => [at, BigInt(value)]));
  }

  cdf(value: unknown): number {
    const { counts } = own(this);
    validateNumber(value, 'value');
    return partUpTo(counts, value);
  }

  ccdf(value: unknown): number {
    return 1 - this.cdf(value);
  }

  countAt(value: unknown): number {
    const { counts } = own(this);
    validateNumber(value, 'value');
    return value < 0 ? 0 : counts.at(counts.buckets.indexOf(Math.trunc(value)));
  }

  percentile(percentile: unknown): number {
    const { counts } = own(this);
    validatePercentile(percentile, 'percentile');
    return valueAtPercentile(counts, percentile);
  }

  percentileBigInt(percentile: unknown): bigint {
    return BigInt(this.percentile(percentile));
  }

  percentilesAt(percentiles: unknown): Map<number, number> {
    const { counts } = own(this);
    if (!Array.isArray(percentiles)) throw invalidArgType('percentiles', 'Array', percentiles);
    const wanted = percentiles.map((one: unknown, index) => {
      validatePercentile(one, `percentiles[${index}]`);
      return one;
    });
    const sorted = wanted.toSorted((a, b) => a - b);
    return new Map(sorted.map((one) => [one, valueAtPercentile(counts, one)]));
  }

  percentileCI(percentile: unknown, options: unknown = {}): object {
    const { counts } = own(this);
    validatePercentile(percentile, 'percentile');
    return comparisons.percentileInterval(counts, percentile, confidenceOf(options));
  }

  linearBuckets(stepSize: unknown): Map<number, number> {
    const { counts } = own(this);
    validateInteger(stepSize, 'stepSize', 1);
    return new Map(levelSteps(counts, stepSize, (level) => level + stepSize));
  }

  logBuckets(firstBucket: unknown, base: unknown): Map<number, number> {
    const { counts } = own(this);
    validateInteger(firstBucket, 'firstBucket', 1);
    validateNumber(base, 'base');
    if (base <= 1) throw outOfRange('base', '> 1', base);
    // Node.js drops the fraction, and so never ends with a base below 2.
    const factor = Math.max(2, Math.trunc(base));
    return new Map(levelSteps(counts, firstBucket, (level) => level * factor));
  }

  burnRate(sloTarget: unknown): number {
    const { latest } = own(this);
    validateFraction(sloTarget, 'sloTarget');
    return latest.errorRate / (1 - sloTarget);
  }

  ksTest(other: unknown): number {
    return comparisons.ksDistance(own(this).counts, countsOf(other));
  }

  welchTest(other: unknown, options: unknown = {}): object {
    const { counts } = own(this);
    return comparisons.welch(counts, countsOf(other), confidenceOf(options));
  }

  mannWhitneyTest(other: unknown): object {
    return comparisons.mannWhitney(own(this).counts, countsOf(other));
  }

  cohensD(other: unknown): number {
    return comparisons.cohensD(own(this).counts, countsOf(other));
  }

  cliffsD(other: unknown): number {
    return comparisons.cliffsD(own(this).counts, countsOf(other));
  }

  reset(): void {
    own(this).reset();
  }

  toJSON(): object {
    const { count, min, max, mean, exceeds, stddev, skewness, kurtosis } = this;
    const { ewmaMean, ewmaStddev, ewmaErrorRate } = this;
    const percentiles = Object.fromEntries(this.percentiles);
    return {
      ...{ count, min, max, mean, exceeds, stddev, skewness, kurtosis },
      ...{ ewmaMean, ewmaStddev, ewmaErrorRate, percentiles },
    };
  }

  [inspect.custom](depth: number, options: InspectOptionsStylized): unknown {
    const { min, max, mean, exceeds, stddev, skewness, kurtosis, count, percentiles } = this;
    const members = { min, max, mean, exceeds, stddev, skewness, kurtosis, count, percentiles };
    return showAs('Histogram', members, this, depth, options);
  }
}

/** Not a private member: that would throw an error of the language, and no `ERR_INVALID_THIS`. */
function own(histogram: object): Recording {
  return recordingOf(histogram, 'Histogram');
}

function countsOf(other: unknown): Recording['counts'] {
  const recording = recordings.get(Object(other) as object);
  if (!recording) throw invalidArgType('other', 'Histogram', other);
  return recording.counts;
}

/** Whole numbers as Node's native part takes them, which says less than its checks do. */
export function wholeOf(value: bigint): number {
  if (value < 1n || value >= 2n ** 63n)
    throw nodeError(RangeError, 'ERR_OUT_OF_RANGE', 'value is out of range', wholeOf);
  return Number(value);
}

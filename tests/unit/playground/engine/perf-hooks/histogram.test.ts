import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentileInterval } from '../../../../../playground/engines/embedded/packages/perf-hooks/histogram/comparisons.ts';
import {
  deviationOf,
  kurtosisOf,
  meanOf,
  skewnessOf,
} from '../../../../../playground/engines/embedded/packages/perf-hooks/histogram/moments.ts';
import { Recording } from '../../../../../playground/engines/embedded/packages/perf-hooks/histogram/recording.ts';
import {
  levelSteps,
  partUpTo,
  percentileSteps,
  valueAtPercentile,
} from '../../../../../playground/engines/embedded/packages/perf-hooks/histogram/walks.ts';

/** Node's own histograms say what ours have to say. Its types do not know all members yet. */
type Known = RecordableHistogram & {
  recordCorrected(value: number, interval: number): void;
  subtract(other: RecordableHistogram): void;
  cdf(value: number): number;
  countAt(value: number): number;
  percentileCI(percentile: number): { value: number; lower: number; upper: number };
  linearBuckets(step: number): Map<number, number>;
  logBuckets(first: number, base: number): Map<number, number>;
  readonly skewness: number;
  readonly kurtosis: number;
};

const shapes = fc
  .record({
    lowest: fc.integer({ min: 1, max: 500 }),
    range: fc.oneof(fc.constant(Number.MAX_SAFE_INTEGER), fc.integer({ min: 0, max: 1e6 })),
    figures: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ lowest, range, figures }) => {
    const highest = Math.min(2 * lowest + range, Number.MAX_SAFE_INTEGER);
    return { lowest, highest, figures };
  });
const value = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 4096 }))
  .map(([bits, factor]) => 2 ** bits * factor);
const steps = fc.array(fc.record({ value, interval: fc.option(fc.integer({ min: 1, max: 9 })) }), {
  minLength: 1,
  maxLength: 40,
});

type Shape = typeof shapes extends fc.Arbitrary<infer Value> ? Value : never;
type Step = typeof steps extends fc.Arbitrary<readonly (infer Value)[]> ? Value : never;

function recorded(shape: Shape, all: readonly Step[]): readonly [Recording, Known] {
  const ours = new Recording(shape);
  const nodes = createHistogram(shape) as Known;
  for (const { value, interval } of all) {
    if (interval === null) {
      ours.record(value);
      nodes.record(value);
      continue;
    }
    const expected = Math.ceil(value / interval);
    ours.recordCorrected(value, expected);
    nodes.recordCorrected(value, expected);
  }
  return [ours, nodes];
}

function expectSame({ counts, exceeds }: Recording, nodes: Known): void {
  const { count, min, max } = nodes;
  expect([counts.total, exceeds]).toEqual([count, nodes.exceeds]);
  if (count === 0) return;
  expect([counts.min, counts.max]).toEqual([min, max]);
  expect([...percentileSteps(counts)]).toEqual([...nodes.percentiles]);
  for (const percentile of [0.1, 10, 33.3, 50, 90, 99, 99.9, 100]) {
    expect(valueAtPercentile(counts, percentile)).toBe(nodes.percentile(percentile));
    expect({ ...percentileInterval(counts, percentile, 0.95) }).toEqual({
      ...nodes.percentileCI(percentile),
    });
  }
  // Beyond what it keeps, Node.js 24.21 reads memory that is none of the histogram's.
  for (const level of [0, 1, 5, 1000, 123_456].filter((one) => one <= max)) {
    expect(partUpTo(counts, level)).toBeCloseTo(nodes.cdf(level), 12);
    expect(counts.at(counts.buckets.indexOf(level))).toBe(nodes.countAt(level));
  }
  const logarithmic = new Map(levelSteps(counts, 3, (level) => level * 2));
  expect(logarithmic).toEqual(nodes.logBuckets(3, 2));
  const step = Math.ceil(max / 50) || 1;
  const linear = new Map(levelSteps(counts, step, (level) => level + step));
  expect(linear).toEqual(nodes.linearBuckets(step));
}

function expectSameMoments({ counts }: Recording, nodes: Known): void {
  const ours = [meanOf(counts), deviationOf(counts), skewnessOf(counts), kurtosisOf(counts)];
  const theirs = [nodes.mean, nodes.stddev, nodes.skewness, nodes.kurtosis];
  for (const [index, moment] of ours.entries()) {
    const expected = theirs[index] ?? NaN;
    // Digits beyond these depend on the order of sums.
    if (Number.isNaN(expected)) expect(moment).toBeNaN();
    else expect(Math.abs(moment - expected)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(expected)));
  }
}

describe('a histogram', () => {
  it('counts, walks and measures as that of Node.js', () => {
    fc.assert(
      fc.property(shapes, steps, (shape, all) => {
        const [ours, nodes] = recorded(shape, all);
        expectSame(ours, nodes);
        expectSameMoments(ours, nodes);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  it('adds and takes away as that of Node.js', () => {
    fc.assert(
      fc.property(shapes, steps, steps, (shape, first, second) => {
        const [ours, nodes] = recorded(shape, first);
        const [otherOurs, otherNodes] = recorded(shape, second);
        ours.add(otherOurs);
        nodes.add(otherNodes);
        expectSame(ours, nodes);
        ours.subtract(otherOurs);
        nodes.subtract(otherNodes);
        expectSame(ours, nodes);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });
});

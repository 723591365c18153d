import type { Counts } from './counts.ts';

/** Moments of what was recorded, each value taken as the middle of its bucket. */

/** `NaN` where nothing was recorded. */
export function meanOf(counts: Counts): number {
  let sum = 0;
  for (const { value, count } of counts.filled()) sum += count * counts.buckets.middleOf(value);
  return sum / counts.total;
}

/** The mean of a power of the distance from the mean. */
function centralMoment(counts: Counts, power: number): number {
  const mean = meanOf(counts);
  let sum = 0;
  for (const { value, count } of counts.filled())
    sum += count * (counts.buckets.middleOf(value) - mean) ** power;
  return sum / counts.total;
}

/** The standard deviation of all that was recorded (not of a sample); `NaN` for nothing. */
export function deviationOf(counts: Counts): number {
  return Math.sqrt(centralMoment(counts, 2));
}

/** 0 below three values, and where all are the same. */
export function skewnessOf(counts: Counts): number {
  const variance = centralMoment(counts, 2);
  if (counts.total < 3 || variance === 0) return 0;
  return centralMoment(counts, 3) / (variance * Math.sqrt(variance));
}

/** Above that of a normal distribution. 0 below four values, and where all are the same. */
export function kurtosisOf(counts: Counts): number {
  const variance = centralMoment(counts, 2);
  if (counts.total < 4 || variance === 0) return 0;
  return centralMoment(counts, 4) / (variance * variance) - 3;
}

/** The variance that a sample tells of (divided by n − 1). */
export function sampleVariance(counts: Counts): number {
  return (centralMoment(counts, 2) * counts.total) / (counts.total - 1);
}

import type { Browser } from '@playwright/test';

/** One measured figure beside the goal it is held against. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  /** What the value counts: `ms`, `× Node`, `kB`. */
  readonly unit: string;
  /** The value must not be above it. */
  readonly goal: number;
  /** How it was measured, such as "median of 20". */
  readonly how: string;
}

/** What a measurement gets. */
export interface Bench {
  readonly browser: Browser;
  /** Address of the page that is measured: a pattern page with an example. */
  readonly pageUrl: string;
  /** Folder of that page's example. */
  readonly exampleFolder: string;
}

export type Measurement = (bench: Bench) => Promise<readonly Figure[]>;

/** The value that half of the sorted values do not exceed. */
export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/**
 * Nearest-rank percentile.
 *
 * @param share 0 to 100
 * @throws {RangeError} for no values
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const value = sorted[Math.max(0, Math.ceil((share / 100) * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('No value to take a percentile of.');
  return value;
}

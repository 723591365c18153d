import type { ValueEvent } from '../../lab/trace.ts';
import { firstNames, LIMITS, type Kept } from './limits.ts';
import type { TraceRun } from './trace-runs.ts';

/** One number over time, on a scale that all runs share. */
export interface Chart {
  readonly series: string;
  readonly unit: string | undefined;
  /** Bottom of the scale: 0, or below it the least value. */
  readonly least: number;
  /** Top of the scale: the greatest value or limit of any run, above `least`. */
  readonly most: number;
}

/** The charts of all runs, so that both have the same. */
export function chartsOf(runs: readonly TraceRun[]): Kept<Chart> {
  const values = valuesBySeries(runs);
  const names = firstNames(values.keys(), LIMITS.series);
  const kept = names.kept.map((series) => chartOf(series, values.get(series) ?? []));
  return { kept, leftOut: names.leftOut };
}

function valuesBySeries(runs: readonly TraceRun[]): ReadonlyMap<string, readonly ValueEvent[]> {
  const bySeries = new Map<string, ValueEvent[]>();
  for (const { values } of runs) {
    for (const event of values) {
      const known = bySeries.get(event.series);
      if (known) known.push(event);
      else bySeries.set(event.series, [event]);
    }
  }
  return bySeries;
}

function chartOf(series: string, values: readonly ValueEvent[]): Chart {
  let least = 0;
  let most = 0;
  for (const { value, limit } of values) {
    least = Math.min(least, value);
    most = Math.max(most, value, limit?.value ?? value);
  }
  return { series, unit: values[0]?.unit, least, most: most > least ? most : least + 1 };
}

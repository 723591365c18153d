import type { ValueEvent } from '../../lab/trace.ts';
import { STEPS, type TimeScale } from './scale.ts';

/**
 * Steps of the axis that share one point of a line: narrower peaks are widened to it, so that each
 * stays visible, and two hundred points are enough for the widest drawing.
 */
const STEPS_PER_POINT = 5;

/** From this place on, the line stands at this value. */
export interface Point {
  readonly step: number;
  readonly value: number;
}

/**
 * A number over time as a line of steps: at each point the greatest value that it had until the
 * next. A value holds until the next one.
 *
 * @param values of one series, in the order in which they happened
 */
export function pointsOf(values: readonly ValueEvent[], scale: TimeScale): readonly Point[] {
  const greatest = new Map<number, number>();
  let held = 0;
  let at = 0;
  for (const { value, atMs } of values) {
    const point = Math.floor(scale.step(atMs) / STEPS_PER_POINT);
    const before = greatest.get(point) ?? (point > at || values.length === 1 ? held : -Infinity);
    greatest.set(point, Math.max(before, value));
    if (!greatest.has(point + 1)) at = point;
    held = value;
  }
  return [...greatest].map(([point, value]) => ({ step: point * STEPS_PER_POINT, value }));
}

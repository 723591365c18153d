import type { ValueEvent } from '../../lab/trace.ts';
import { STEPS, type TimeScale } from './scale.ts';

/**
 * Steps of the axis that share one point of a line: narrower peaks are widened to it, so that each
 * stays visible and a busy line stays calm.
 */
const STEPS_PER_POINT = 10;

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
  const last = new Map<number, number>();
  let held = -Infinity;
  for (const { value, atMs } of values.toSorted((a, b) => a.atMs - b.atMs)) {
    const point = Math.floor(scale.step(atMs) / STEPS_PER_POINT);
    greatest.set(point, Math.max(greatest.get(point) ?? held, value));
    last.set(point, value);
    held = value;
  }
  const points = [...greatest].flatMap(([point, value]) => {
    const here = { step: point * STEPS_PER_POINT, value };
    const after = { step: here.step + STEPS_PER_POINT, value: last.get(point) ?? value };
    return greatest.has(point + 1) ? [here] : [here, after];
  });
  return points.filter(({ value }, index) => value !== points[index - 1]?.value);
}

/**
 * Points as the `d` of a path that ends at the end of the axis.
 *
 * @param y place of a value, downward
 */
export function stepLine(points: readonly Point[], y: (value: number) => number): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const steps = rest.map(({ step, value }) => `H${Math.min(step, STEPS)}V${y(value)}`);
  return `M${first.step} ${y(first.value)}${steps.join('')}H${STEPS}`;
}

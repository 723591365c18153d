/** Steps of the horizontal axis: a tenth of a percent, finer than a pixel of the widest drawing needs. */
export const STEPS = 1000;

/** Turns moments into places on the horizontal axis, the same in every drawing of a trace. */
export interface TimeScale {
  readonly durationMs: number;
  /** Place from 0 to 1000, a whole number; what lies outside the axis stands at its edge. */
  step(ms: number): number;
}

/** @param durationMs length of the axis, above 0 */
export function timeScale(durationMs: number): TimeScale {
  return {
    durationMs,
    step: (ms) => Math.round(Math.min(Math.max(ms / durationMs, 0), 1) * STEPS),
  };
}

/** A place, or a width, as SVG takes it where there is no `viewBox`: 333 → "33.3%". */
export function percent(step: number): string {
  return `${step / 10}%`;
}

import { describe, expect, it } from 'vitest';
import { timeTicks } from '../../../../playground/panels/drawing/time-axis.ts';

const labels = (durationMs: number): readonly string[] =>
  timeTicks(durationMs).map(({ label }) => label.replace('\u00a0', ' '));

describe('timeTicks', () => {
  it.each([
    [30_000, ['0', '5', '10', '15', '20', '25', '30 s']],
    [10_000, ['0', '2', '4', '6', '8', '10 s']],
    [250, ['0', '50', '100', '150', '200', '250 ms']],
    [1500, ['0', '500', '1,000', '1,500 ms']],
    [240_000, ['0', '1', '2', '3', '4 min']],
    [86_400_000, ['0', '5', '10', '15', '20 h']],
    [7 * 86_400_000, ['0', '2', '4', '6 d']],
  ])('counts %d ms in round steps, with the unit at the last', (durationMs, expected) => {
    expect(labels(durationMs)).toEqual(expected);
  });

  it.each([1, 7, 999, 12_345, 1e9, 1e12])('has a handful of ticks for %d ms', (durationMs) => {
    const ticks = timeTicks(durationMs);
    expect(ticks.length).toBeGreaterThan(1);
    expect(ticks.length).toBeLessThanOrEqual(8);
    expect(ticks.at(-1)?.atMs).toBeLessThanOrEqual(durationMs);
  });

  it('always shows the last label, and every second one only where there is room', () => {
    const widths = timeTicks(600).map(({ from }) => from);
    expect(widths).toEqual([0, 400, 0, 400, 0, 400, 0]);
    expect(timeTicks(30_000).every(({ from }) => from === 0)).toBe(true);
  });
});

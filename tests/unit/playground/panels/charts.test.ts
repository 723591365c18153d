import { describe, expect, it } from 'vitest';
import { chartsOf } from '../../../../playground/panels/drawing/charts.ts';
import { pointsOf, stepLine } from '../../../../playground/panels/drawing/plot.ts';
import { timeScale } from '../../../../playground/panels/drawing/scale.ts';
import { onlyRun, value } from './events.ts';

const scale = timeScale(10_000);

describe('chartsOf', () => {
  it('has one scale for all runs, from 0 to the greatest value or limit', () => {
    const limit = { value: 8, label: 'pool limit 8' };
    const runs = [
      onlyRun(value({ value: 3, limit })),
      onlyRun(value({ value: 5, unit: 'threads' })),
    ];
    expect(chartsOf(runs).kept).toMatchObject([{ series: 'threads held', least: 0, most: 8 }]);
  });

  it('reaches below 0 where values do, and has a height where all are 0', () => {
    expect(chartsOf([onlyRun(value({ value: -2 }))]).kept).toMatchObject([{ least: -2, most: 0 }]);
    expect(chartsOf([onlyRun(value({ value: 0 }))]).kept).toMatchObject([{ least: 0, most: 1 }]);
  });
});

describe('pointsOf', () => {
  it('holds a value until the next', () => {
    const points = pointsOf([value({ value: 1 }), value({ value: 4, atMs: 5000 })], scale);
    expect(points).toEqual([
      { step: 0, value: 1 },
      { step: 500, value: 4 },
    ]);
  });

  it('keeps a peak that is narrower than a point', () => {
    const values = [value({ value: 1 }), value({ value: 9, atMs: 5001 }), value({ atMs: 5002 })];
    expect(pointsOf(values, scale)).toEqual([
      { step: 0, value: 1 },
      { step: 500, value: 9 },
      { step: 510, value: 1 },
    ]);
  });

  it('does not lose what was held when a value fell', () => {
    const values = [value({ value: 4 }), value({ value: 0, atMs: 5050 })];
    expect(pointsOf(values, scale).at(-1)).toEqual({ step: 510, value: 0 });
  });
});

describe('stepLine', () => {
  it('goes in steps to the end of the axis, and is empty without points', () => {
    const points = [
      { step: 0, value: 1 },
      { step: 500, value: 4 },
    ];
    expect(stepLine(points, (one) => 44 - one)).toBe('M0 43H500V40H1000');
    expect(stepLine([], () => 0)).toBe('');
  });
});

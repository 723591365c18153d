import { describe, expect, it } from 'vitest';
import { pictureOf } from '../../../../playground/panels/drawing/picture.ts';
import { collectRuns } from '../../../../playground/panels/drawing/trace-runs.ts';
import { call, runEvent, span, state, value } from './events.ts';

const hanging = { outcome: 'timed-out', endMs: 5000 } as const;

describe('the layout', () => {
  it('is the same for all runs: a lane is as high as the run with the most rows needs it', () => {
    const events = [
      runEvent({ run: 'baseline' }),
      ...[1, 2, 3].map(() => call({ run: 'baseline', ...hanging })),
      call({ run: 'baseline', to: 'stock' }),
      runEvent(),
      span(),
      call(),
      state(),
      value(),
    ];
    const { layout, runs } = pictureOf(collectRuns(events));
    expect(runs).toHaveLength(2);
    expect(layout.top).toBe(20);
    expect(layout.lanes.map(({ name, y }) => [name, y])).toEqual([
      ['shop', 50],
      ['stock', 109],
    ]);
    const [strip] = layout.strips;
    const [chart] = layout.charts;
    expect(strip?.y).toBeGreaterThan(109);
    expect(chart?.y).toBeGreaterThan(strip?.y ?? Infinity);
    expect(layout.axisY).toBeGreaterThan(chart?.y ?? Infinity);
  });

  it('needs no lanes', () => {
    const { layout } = pictureOf(collectRuns([runEvent(), value()]));
    expect(layout.charts[0]?.nameY).toBeGreaterThan(layout.top);
  });
});

import { describe, expect, it } from 'vitest';
import { timeScale } from '../../../../playground/panels/drawing/scale.ts';
import { placeSpans } from '../../../../playground/panels/drawing/spans.ts';
import { span } from './events.ts';

const scale = timeScale(10_000);

describe('placeSpans', () => {
  it('puts a label at the edge beside which it has more room', () => {
    const [early, late] = placeSpans([span(), span({ startMs: 9000, endMs: 9500 })], scale);
    expect(early).toMatchObject({ from: 200, to: 600, anchor: 'start', row: 0 });
    expect(late).toMatchObject({ anchor: 'end' });
  });

  it('puts labels that would run into each other on different lines', () => {
    const spans = [span(), span({ startMs: 2500, endMs: 3000 })];
    expect(placeSpans(spans, scale).map(({ row }) => row)).toEqual([0, 1]);
  });
});

import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../../../playground/lab/trace.ts';
import { collectRuns } from '../../../../playground/panels/drawing/trace-runs.ts';
import { toMarkup } from '../../../../playground/panels/markup/to-markup.ts';
import { comparisonTable } from '../../../../playground/panels/tables/comparison.ts';
import { elements, figure, runEvent, textOf } from './events.ts';

const before = { run: 'baseline' };

function rows(...events: readonly TraceEvent[]): readonly string[] {
  const runs = [runEvent({ ...before, title: 'Without it' }), runEvent()];
  const table = comparisonTable(collectRuns([...runs, ...events]).runs);
  return elements(table, 'tr').map(({ children }) => toMarkup(children));
}

describe('comparisonTable', () => {
  it('sets the better number bold, whichever direction is better', () => {
    const [, failed, paid] = rows(
      figure({ ...before, value: 13 }),
      figure({ value: 2 }),
      figure({ ...before, label: 'paid', value: 30, better: 'higher' }),
      figure({ label: 'paid', value: 24, better: 'higher' }),
    );
    expect(failed).toBe('<th scope="row">failed</th><td>13</td><td><b>2</b></td>');
    expect(paid).toBe('<th scope="row">paid</th><td><b>30</b></td><td>24</td>');
  });

  it('sets none bold where all are equal', () => {
    expect(rows(figure(before), figure())[1]).not.toContain('<b>');
  });

  it('leaves the place of a figure empty that a run does not report, and says what it counts', () => {
    const [, , cost] = rows(
      figure(before),
      figure({ label: 'refused', value: 6, note: 'the cost' }),
    );
    expect(cost).toBe(
      '<th scope="row">refused <span class="muted">the cost</span></th><td></td><td>6</td>',
    );
  });

  it('has a caption and the titles of the runs, and is absent without figures', () => {
    const { runs } = collectRuns([runEvent(), figure()]);
    expect(textOf(comparisonTable(runs))).toMatch(/^The runs compared.*With it/);
    expect(comparisonTable(collectRuns([runEvent()]).runs)).toEqual([]);
  });
});

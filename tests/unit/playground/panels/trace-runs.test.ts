import { describe, expect, it } from 'vitest';
import { collectRuns } from '../../../../playground/panels/drawing/trace-runs.ts';
import { call, runEvent, value } from './events.ts';

describe('collectRuns', () => {
  it('sorts events by scenario, in the order in which these begin', () => {
    const { runs } = collectRuns([
      runEvent({ run: 'baseline', title: 'Without it' }),
      runEvent({ run: 'pattern', title: 'With it' }),
      call({ run: 'baseline' }),
    ]);
    expect(runs.map(({ title, calls }) => [title, calls.length])).toEqual([
      ['Without it', 1],
      ['With it', 0],
    ]);
  });

  it('starts a scenario over when it begins again', () => {
    const { runs } = collectRuns([runEvent(), call(), runEvent({ title: 'Again' })]);
    expect(runs).toMatchObject([{ title: 'Again', calls: [] }]);
  });

  it('takes events of a scenario that never began', () => {
    const { runs, durationMs } = collectRuns([call({ run: 'mine', endMs: 4000 })]);
    expect(runs).toMatchObject([{ title: 'mine' }]);
    expect(durationMs).toBe(4000);
  });

  it('has one axis, long enough for the last event', () => {
    const runs = [runEvent({ run: 'baseline' }), runEvent({ durationMs: 20_000 })];
    expect(collectRuns(runs).durationMs).toBe(20_000);
    expect(collectRuns([...runs, call({ endMs: 25_000 })]).durationMs).toBe(25_000);
    expect(collectRuns([]).durationMs).toBeGreaterThan(0);
  });

  it('makes every name visible text of one line', () => {
    const hostile = 'a\u202e\nb';
    const { runs } = collectRuns([
      runEvent({ title: hostile }),
      call({ from: hostile, to: hostile }),
      value({ series: hostile, unit: hostile, limit: { value: 1, label: hostile } }),
    ]);
    const visible = 'a‹U+202E› b';
    expect(runs).toMatchObject([
      {
        title: visible,
        calls: [{ from: visible, to: visible }],
        values: [{ series: visible, unit: visible, limit: { label: visible } }],
      },
    ]);
  });
});

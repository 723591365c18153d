import { describe, expect, it } from 'vitest';
import type { CallEvent } from '../../../../playground/lab/trace.ts';
import { marksOf, type LaneMarks } from '../../../../playground/panels/drawing/marks.ts';
import { timeScale } from '../../../../playground/panels/drawing/scale.ts';
import { call, onlyRun } from './events.ts';

const entry = { name: 'shop', inner: false, leaf: false };
const scale = timeScale(10_000);

function marksOn(lane: typeof entry, ...calls: readonly CallEvent[]): LaneMarks {
  const [marks] = marksOf(onlyRun(...calls), [lane], scale).kept;
  if (!marks) throw new Error('there is no lane');
  return marks;
}

describe('marksOf', () => {
  it('marks an answer, a failure and a fallback at the moment when they came', () => {
    const { marks, stays } = marksOn(
      entry,
      call({ endMs: 5000, outcome: 'failed' }),
      call({ endMs: 2000 }),
      call({ endMs: 3000, outcome: 'fallback' }),
    );
    expect(marks).toEqual([
      { outcome: 'answered', step: 200, row: 0 },
      { outcome: 'fallback', step: 300, row: 0 },
      { outcome: 'failed', step: 500, row: 0 },
    ]);
    expect(stays).toEqual([]);
  });

  it('shows a call without an answer as long as it waited, below the marks', () => {
    const { marks, stays, rows } = marksOn(entry, call({ endMs: 4000, outcome: 'timed-out' }));
    expect(marks).toEqual([]);
    expect(stays).toEqual([
      { outcome: 'timed-out', from: 100, to: 400, row: 1, caller: undefined },
    ]);
    expect(rows).toBe(2);
  });

  it('hangs calls of a lane from their caller, one below the other where they overlap', () => {
    const { marks, stays, rows } = marksOn(
      { name: 'shop', inner: true, leaf: true },
      call({ from: 'checkout', startMs: 1000, endMs: 4000 }),
      call({ from: 'checkout', startMs: 2000, endMs: 3000, outcome: 'failed' }),
      call({ from: 'checkout', startMs: 4000, endMs: 4001 }),
    );
    expect(stays.map(({ from, to, row, caller }) => [from, to, row, caller])).toEqual([
      [100, 400, 0, 'checkout'],
      [200, 300, 1, 'checkout'],
      [400, 406, 0, 'checkout'],
    ]);
    expect(marks).toEqual([{ outcome: 'failed', step: 300, row: 1 }]);
    expect(rows).toBe(2);
  });

  it('shows how long a slow answer took where no other lane would', () => {
    const slow = call({ startMs: 1000, endMs: 3000 });
    expect(marksOn({ ...entry, leaf: true }, slow).stays).toHaveLength(1);
    expect(marksOn({ ...entry, leaf: true }, call()).stays).toHaveLength(0);
    expect(marksOn(entry, slow).stays).toHaveLength(0);
  });

  it('draws once what would cover itself', () => {
    expect(marksOn(entry, call(), call(), call()).marks).toHaveLength(1);
  });

  it('counts calls that it leaves out', () => {
    const hanging = Array.from({ length: 70 }, () => call({ endMs: 9000, outcome: 'timed-out' }));
    const run = onlyRun(...hanging, call({ to: 'elsewhere' }));
    const { kept, leftOut } = marksOf(run, [entry], scale);
    expect(kept[0]?.stays).toHaveLength(60);
    expect(leftOut).toBe(11);
  });
});

import { describe, expect, it } from 'vitest';
import { segmentsOf, stripsOf } from '../../../../playground/panels/drawing/strips.ts';
import { onlyRun, state } from './events.ts';

describe('segmentsOf', () => {
  it('holds a state until the next, and the last until the end', () => {
    const run = onlyRun(state(), state({ state: 'open', tone: 'blocked', atMs: 4000 }));
    expect(segmentsOf(run, 'breaker', 10_000).kept).toEqual([
      { state: 'closed', tone: 'normal', fromMs: 0, toMs: 4000 },
      { state: 'open', tone: 'blocked', fromMs: 4000, toMs: 10_000 },
    ]);
  });

  it('drops states that last no time or change nothing', () => {
    const run = onlyRun(
      state(),
      state({ atMs: 1000 }),
      state({ state: 'open', atMs: 2000 }),
      state({ state: 'half-open', atMs: 2000 }),
      state({ state: 'open', atMs: 3000 }),
      state({ state: 'half-open', atMs: 3000 }),
    );
    const segments = segmentsOf(run, 'breaker', 10_000).kept;
    expect(segments.map(({ state: name, fromMs }) => [name, fromMs])).toEqual([
      ['closed', 0],
      ['half-open', 2000],
    ]);
  });

  it('is empty where the thing does not exist in this run', () => {
    expect(segmentsOf(onlyRun(), 'breaker', 10_000).kept).toEqual([]);
  });
});

describe('stripsOf', () => {
  it('has the things of all runs, as many as there is room for', () => {
    const runs = [onlyRun(state({ of: 'a' })), onlyRun(state({ of: 'b' }), state({ of: 'a' }))];
    expect(stripsOf(runs)).toEqual({ kept: ['a', 'b'], leftOut: 0 });
  });
});

import { describe, expect, it } from 'vitest';
import { lanesOf } from '../../../../playground/panels/drawing/lanes.ts';
import { call, onlyRun } from './events.ts';

const names = (...calls: readonly (readonly [string, string])[]): readonly string[] =>
  lanesOf([onlyRun(...calls.map(([from, to]) => call({ from, to })))]).kept.map(({ name }) => name);

describe('lanesOf', () => {
  it('is in the order of the first calls, with every caller above those that it calls', () => {
    expect(
      names(['customers', 'catalogue'], ['checkout', 'payment'], ['customers', 'checkout']),
    ).toEqual(['catalogue', 'checkout', 'payment']);
    expect(names(['b', 'c'], ['a', 'b'], ['user', 'a'])).toEqual(['a', 'b', 'c']);
  });

  it('knows who is called by a lane, and who calls none', () => {
    const run = onlyRun(call({ from: 'shop', to: 'bank' }), call({ to: 'shop' }));
    expect(lanesOf([run]).kept).toEqual([
      { name: 'shop', inner: false, leaf: false },
      { name: 'bank', inner: true, leaf: true },
    ]);
  });

  it('ends where services call each other in a ring, or themselves', () => {
    expect(names(['a', 'b'], ['b', 'a'], ['a', 'a'])).toEqual(['a', 'b']);
  });

  it('has the lanes of all runs, as many as there is room for', () => {
    const runs = Array.from({ length: 15 }, (_, n) => onlyRun(call({ to: `s${n}` })));
    const { kept, leftOut } = lanesOf(runs);
    expect(kept).toHaveLength(12);
    expect(leftOut).toBe(3);
  });
});

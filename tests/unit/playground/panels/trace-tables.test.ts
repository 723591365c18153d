import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../../../playground/lab/trace.ts';
import { collectRuns } from '../../../../playground/panels/drawing/trace-runs.ts';
import type { Branch } from '../../../../playground/panels/markup/tree.ts';
import { traceTables } from '../../../../playground/panels/tables/trace-tables.ts';
import { call, elements, runEvent, state, textOf, value } from './events.ts';

function tables(...events: readonly TraceEvent[]): readonly Branch[] {
  return traceTables(collectRuns([runEvent(), ...events]));
}

function rowsOf(branches: readonly Branch[]): readonly string[] {
  return elements(branches, 'tr').map(({ children }) =>
    children.map((cell) => textOf([cell]).replace('\u00a0', ' ')).join(' | '),
  );
}

describe('traceTables', () => {
  it('counts calls by route and outcome, with the slowest', () => {
    const calls = [call(), call({ endMs: 3500 }), call({ outcome: 'timed-out' })];
    expect(rowsOf(tables(...calls))).toEqual([
      'From → to | answered | no answer in time | slowest',
      'With it',
      'customers → shop | 2 | 1 | 2.5 s',
    ]);
  });

  it('lists states and numbers', () => {
    const rows = rowsOf(tables(state(), value({ value: 3 }), value({ value: 2, atMs: 9 })));
    expect(rows).toContain('breaker | closed | 0 | 10 s');
    expect(rows).toContain('threads held | 2 | 3 | 2');
  });

  it('ends a long table with how many rows are not there', () => {
    const routes = Array.from({ length: 45 }, (_, n) => call({ from: `client ${n}` }));
    expect(rowsOf(tables(...routes)).at(-1)).toBe('and 5 more');
  });

  it('is absent where there is nothing to list', () => {
    expect(tables()).toEqual([]);
  });
});

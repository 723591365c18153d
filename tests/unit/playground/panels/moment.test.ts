import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../../../playground/lab/trace.ts';
import { collectRuns } from '../../../../playground/panels/drawing/trace-runs.ts';
import { toMarkup } from '../../../../playground/panels/markup/to-markup.ts';
import { momentView } from '../../../../playground/panels/scrub/moment-view.ts';
import { momentsOf, momentWords } from '../../../../playground/panels/scrub/moment.ts';

const call = { kind: 'call', from: 'shop', to: 'payment', label: 'charge' } as const;
const events: readonly TraceEvent[] = [
  { kind: 'run', run: 'a', title: 'Without', durationMs: 10_000 },
  { kind: 'span', run: 'a', label: 'payment hangs', startMs: 1000, endMs: 5000 },
  { ...call, run: 'a', startMs: 0, endMs: 500, outcome: 'answered' },
  { ...call, run: 'a', startMs: 1000, endMs: 4000, outcome: 'timed-out' },
  { ...call, run: 'a', startMs: 2000, endMs: 2500, outcome: 'failed' },
  {
    kind: 'value',
    run: 'a',
    series: 'threads held',
    value: 2,
    atMs: 1000,
    limit: { value: 4, label: 'pool limit 4' },
  },
  { kind: 'run', run: 'b', title: 'With <b>', durationMs: 10_000 },
  { kind: 'state', run: 'b', of: 'breaker', state: 'closed', tone: 'normal', atMs: 0 },
  { kind: 'state', run: 'b', of: 'breaker', state: 'open', tone: 'blocked', atMs: 2000 },
];
const trace = collectRuns(events);
const at = (ms: number): string => momentWords(momentsOf(trace, ms), ms);

describe('a moment', () => {
  it('tells causes, states, calls in flight and numbers, for each run', () => {
    expect(at(2000)).toBe(
      '2\u00a0s. Without: payment hangs, 2 calls in flight, threads held 2 (pool limit 4). ' +
        'With <b>: breaker open, 0 calls in flight.',
    );
  });

  it('begins a call, a cause and a state at their first moment, and ends them before their last', () => {
    expect(at(0)).toBe(
      '0. Without: 1 call in flight. With <b>: breaker closed, 0 calls in flight.',
    );
    expect(at(500)).toContain('Without: 0 calls in flight');
    expect(at(1999)).toContain('breaker closed');
    expect(at(5000)).not.toContain('payment hangs');
  });

  it('counts how calls have ended so far, by lane, also where none was made', () => {
    expect(momentsOf(trace, 2600)[0]?.calls).toEqual([
      { name: 'payment', value: '1 in flight, 1 answered, 1 failed' },
    ]);
    expect(momentsOf(trace, 9000)[0]?.calls[0]?.value).toBe('1 answered, 1 failed, 1 timed out');
    expect(momentsOf(trace, 9000)[1]?.calls[0]?.value).toBe('not called yet');
  });

  it('is drawn as text', () => {
    const markup = toMarkup(momentView(momentsOf(trace, 2000)));
    expect(markup).toContain('With &lt;b&gt;');
    expect(markup).toContain('<dt>breaker</dt><dd>open</dd>');
  });
});

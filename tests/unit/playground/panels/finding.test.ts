import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../../../playground/lab/trace.ts';
import { traceView } from '../../../../playground/panels/trace-view.ts';
import { call, elements, runEvent, span, state, value } from './events.ts';

function finding(...events: readonly TraceEvent[]): string {
  const drawing = elements(traceView([runEvent(), ...events]), 'svg').find(
    ({ attributes }) => attributes['role'] === 'img',
  );
  return String(drawing?.attributes['aria-label']).replaceAll('\u00a0', ' ');
}

describe('the finding of a drawing', () => {
  it('says what happened, how calls ended, states and greatest values', () => {
    const limit = { value: 4, label: 'pool limit 4' };
    expect(
      finding(
        span(),
        call(),
        call({ outcome: 'failed' }),
        call({ outcome: 'timed-out' }),
        call({ outcome: 'fallback' }),
        state(),
        state({ state: 'open', atMs: 4200 }),
        value({ value: 4, limit }),
        value({ value: 1, atMs: 10, limit }),
      ),
    ).toBe(
      'With it. shop hangs from 2 s to 6 s. shop: of 4 calls 1 answered, 1 answered by fallback, ' +
        '1 failed, 1 without an answer in time. breaker: closed, open from 4.2 s. ' +
        'threads held: at most 4, pool limit 4.',
    );
  });

  it('counts calls that are not drawn', () => {
    const many = Array.from({ length: 2500 }, () => call());
    expect(finding(...many)).toContain('shop: of 2,500 calls 2,500 answered.');
  });

  it('counts changes where they are too many to tell', () => {
    const states = Array.from({ length: 12 }, (_, n) => state({ state: `s${n}`, atMs: n * 100 }));
    expect(finding(...states)).toContain('breaker: 11 changes of state.');
  });
});

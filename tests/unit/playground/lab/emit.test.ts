import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { trace, TRACE_MARK } from '../../../../playground/lab/index.ts';
import type { TraceEvent } from '../../../../playground/lab/index.ts';
import { recordTrace } from './record-trace.ts';

const event: TraceEvent = {
  kind: 'call',
  run: 'baseline',
  from: 'checkout',
  to: 'payment',
  label: 'order 7',
  startMs: 6000,
  endMs: 9000,
  outcome: 'timed-out',
  note: 'no answer in 3 s',
};

describe('trace', () => {
  beforeEach(() => {
    vi.spyOn(console, 'log');
    vi.spyOn(console, 'error').mockReturnValue();
  });
  afterEach(() => {
    expect(console.log).not.toHaveBeenCalled();
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });

  it('goes to the host and nowhere else where there is one', async () => {
    vi.stubEnv('TRACE', 'on');
    expect(await recordTrace(async () => trace(event))).toEqual([event]);
    expect(console.error).not.toHaveBeenCalled();
  });

  it.each([undefined, 'off'])('is quiet with TRACE=%s', (mode) => {
    vi.stubEnv('TRACE', mode);
    trace(event);
    expect(console.error).not.toHaveBeenCalled();
  });

  it('prints a readable line on stderr with TRACE=on', () => {
    vi.stubEnv('TRACE', 'on');
    trace(event);
    expect(console.error).toHaveBeenCalledWith(
      '  9.00  checkout -> payment    order 7     3000 ms  timed-out (no answer in 3 s)',
    );
  });

  it('prints a marked line of JSON with TRACE=json', () => {
    vi.stubEnv('TRACE', 'json');
    trace(event);
    expect(console.error).toHaveBeenCalledWith(TRACE_MARK + JSON.stringify(event));
  });

  it('refuses another value by name', () => {
    vi.stubEnv('TRACE', 'loud');
    expect(() => trace(event)).toThrow('TRACE must be off, on or json, not "loud"');
  });
});

import { expect, it } from 'vitest';
import { traceLine } from '../../../../playground/lab/trace-lines.ts';
import type { TraceEvent } from '../../../../playground/lab/index.ts';

const run = 'pattern';

it.each<[TraceEvent, string]>([
  [{ kind: 'run', run, title: 'With', durationMs: 30_000 }, '-- pattern: With, 30.00 s'],
  [
    { kind: 'state', run, of: 'breaker', state: 'open', tone: 'blocked', atMs: 9760 },
    '  9.76  breaker is open',
  ],
  [
    { kind: 'value', run, series: 'threads held', value: 4, atMs: 7720 },
    '  7.72  threads held = 4',
  ],
  [
    { kind: 'value', run, series: 'load', value: 4, unit: 'calls/s', atMs: 0 },
    '  0.00  load = 4 calls/s',
  ],
  [
    { kind: 'span', run, label: 'payment hangs', startMs: 6000, endMs: 18_000 },
    '  6.00  payment hangs until 18.00',
  ],
  [{ kind: 'figure', run, label: 'failed', value: 7, better: 'lower' }, '-- pattern: failed = 7'],
  [{ kind: 'note', run, text: 'payment hangs', atMs: 6000 }, '  6.00  payment hangs'],
])('prints $kind', (event, line) => {
  expect(traceLine(event)).toBe(line);
});

import type {
  CallEvent,
  FigureEvent,
  RunEvent,
  SpanEvent,
  StateEvent,
  ValueEvent,
} from '../../../../playground/lab/trace.ts';
import { collectRuns, type TraceRun } from '../../../../playground/panels/drawing/trace-runs.ts';
import type { Branch } from '../../../../playground/panels/markup/tree.ts';
import type { TraceEvent } from '../../../../playground/lab/trace.ts';

/** Makers of trace events for the tests of the drawings: what a test does not name has a plain value. */
export function runEvent(more: Partial<RunEvent> = {}): RunEvent {
  return { kind: 'run', run: 'pattern', title: 'With it', durationMs: 10_000, ...more };
}

export function call(more: Partial<CallEvent> = {}): CallEvent {
  return {
    kind: 'call',
    run: 'pattern',
    from: 'customers',
    to: 'shop',
    label: 'order 1',
    startMs: 1000,
    endMs: 1100,
    outcome: 'answered',
    ...more,
  };
}

export function state(more: Partial<StateEvent> = {}): StateEvent {
  return {
    kind: 'state',
    run: 'pattern',
    of: 'breaker',
    state: 'closed',
    tone: 'normal',
    atMs: 0,
    ...more,
  };
}

export function value(more: Partial<ValueEvent> = {}): ValueEvent {
  return { kind: 'value', run: 'pattern', series: 'threads held', value: 1, atMs: 0, ...more };
}

export function span(more: Partial<SpanEvent> = {}): SpanEvent {
  return {
    kind: 'span',
    run: 'pattern',
    label: 'shop hangs',
    startMs: 2000,
    endMs: 6000,
    ...more,
  };
}

export function figure(more: Partial<FigureEvent> = {}): FigureEvent {
  return { kind: 'figure', run: 'pattern', label: 'failed', value: 1, better: 'lower', ...more };
}

/** The only run of some events. */
export function onlyRun(...events: readonly TraceEvent[]): TraceRun {
  const [run] = collectRuns([runEvent(), ...events]).runs;
  if (!run) throw new Error('there is no run');
  return run;
}

/** All text of some branches. */
export function textOf(branches: readonly Branch[]): string {
  return branches
    .map((branch) => (typeof branch === 'string' ? branch : textOf(branch.children)))
    .join('');
}

/** All elements of some branches with this tag, at any depth. */
export function elements(
  branches: readonly Branch[],
  tag: string,
): readonly Exclude<Branch, string>[] {
  return branches.flatMap((branch) => {
    if (typeof branch === 'string') return [];
    const inside = elements(branch.children, tag);
    return branch.tag === tag ? [branch, ...inside] : inside;
  });
}

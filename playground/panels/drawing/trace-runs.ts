import type {
  CallEvent,
  FigureEvent,
  SpanEvent,
  StateEvent,
  TraceEvent,
  ValueEvent,
} from '../../lab/trace.ts';
import { visibleLabel } from '../visible-text.ts';
import { LIMITS } from './limits.ts';

const LONGEST_REMARK = 160;

/** What one scenario traced, by kind, in the order of the events. Remarks stand in its output. */
export interface TraceRun {
  readonly title: string;
  readonly calls: readonly CallEvent[];
  readonly states: readonly StateEvent[];
  readonly values: readonly ValueEvent[];
  readonly spans: readonly SpanEvent[];
  readonly figures: readonly FigureEvent[];
}

/** The scenarios of a trace, on one time axis. */
export interface TraceRuns {
  readonly runs: readonly TraceRun[];
  /** Length of the axis: the longest scenario, or the last event where one came later. */
  readonly durationMs: number;
  /** Scenarios beyond the limit. */
  readonly leftOut: number;
}

/**
 * Sorts events by scenario. Names become visible text of one line; they come from a program that a
 * reader may have edited.
 */
export function collectRuns(events: readonly TraceEvent[]): TraceRuns {
  const names = new Names();
  const runs = new Map<string, Collected>();
  const more = new Set<string>();
  let durationMs = 0;
  for (const event of events) {
    durationMs = Math.max(durationMs, latestMs(event));
    let run = runs.get(event.run);
    if (!run && runs.size >= LIMITS.runs) {
      more.add(event.run);
      continue;
    }
    if (!run || event.kind === 'run') {
      run = new Collected(names.visible(event.kind === 'run' ? event.title : event.run));
      runs.set(event.run, run);
    }
    run.add(event, names);
  }
  return { runs: [...runs.values()], durationMs: Math.max(durationMs, 1), leftOut: more.size };
}

/** A scenario that is being collected. */
class Collected implements TraceRun {
  readonly title: string;
  readonly calls: CallEvent[] = [];
  readonly states: StateEvent[] = [];
  readonly values: ValueEvent[] = [];
  readonly spans: SpanEvent[] = [];
  readonly figures: FigureEvent[] = [];

  constructor(title: string) {
    this.title = title;
  }

  add(event: TraceEvent, names: Names): void {
    switch (event.kind) {
      case 'call':
        this.calls.push({ ...event, from: names.visible(event.from), to: names.visible(event.to) });
        break;
      case 'state':
        this.states.push({
          ...event,
          of: names.visible(event.of),
          state: names.visible(event.state),
        });
        break;
      case 'value':
        this.values.push(visibleValue(event, names));
        break;
      case 'span':
        this.spans.push({ ...event, label: names.visible(event.label) });
        break;
      case 'figure':
        this.figures.push(visibleFigure(event, names));
        break;
      case 'run':
      case 'note':
        break;
    }
  }
}

/** The same few names come in thousands of events. */
class Names {
  readonly #visible = new Map<string, string>();

  visible(name: string): string {
    const known = this.#visible.get(name);
    if (known !== undefined) return known;
    const visible = visibleLabel(name);
    this.#visible.set(name, visible);
    return visible;
  }
}

function visibleValue(event: ValueEvent, names: Names): ValueEvent {
  return {
    ...event,
    series: names.visible(event.series),
    ...(event.unit === undefined ? {} : { unit: names.visible(event.unit) }),
    ...(event.limit === undefined
      ? {}
      : { limit: { value: event.limit.value, label: names.visible(event.limit.label) } }),
  };
}

function visibleFigure(event: FigureEvent, names: Names): FigureEvent {
  return {
    ...event,
    label: names.visible(event.label),
    ...(event.unit === undefined ? {} : { unit: names.visible(event.unit) }),
    ...(event.note === undefined ? {} : { note: visibleLabel(event.note, LONGEST_REMARK) }),
  };
}

function latestMs(event: TraceEvent): number {
  switch (event.kind) {
    case 'run':
      return event.durationMs;
    case 'call':
    case 'span':
      return event.endMs;
    case 'figure':
      return 0;
    default:
      return event.atMs;
  }
}

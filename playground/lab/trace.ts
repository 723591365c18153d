/**
 * Trace events: what happened in an example, in virtual or real milliseconds since the start of
 * its scenario. They are plain JSON, so that they cross a worker boundary and fit a line of text.
 */

/** How one call ended, as the caller saw it. */
export type CallOutcome =
  /** answered with the real thing */
  | 'answered'
  /** answered with a substitute */
  | 'fallback'
  /** refused or failed with an error */
  | 'failed'
  /** no answer within the caller's patience */
  | 'timed-out';

/** How a segment of a state strip is drawn: plain, tinted, or hatched. */
export type StateTone = 'normal' | 'probing' | 'blocked';

interface InRun {
  /** Id of the scenario this event belongs to, such as `baseline` or `pattern`. */
  readonly run: string;
}

/** A scenario begins; everything later with the same `run` belongs to it. */
export interface RunEvent extends InRun {
  readonly kind: 'run';
  /** Heading of its drawing, such as "Without a breaker". */
  readonly title: string;
  /** Length of the time axis. */
  readonly durationMs: number;
}

/** One call from one party to another; it draws as a bar, and as a mark at the moment it ended. */
export interface CallEvent extends InRun {
  readonly kind: 'call';
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly outcome: CallOutcome;
  /** Why, in a few words: "no free slot", "503". */
  readonly note?: string;
}

/** Something changed state; the state holds until the next event for the same `of`. */
export interface StateEvent extends InRun {
  readonly kind: 'state';
  readonly of: string;
  readonly state: string;
  readonly tone: StateTone;
  readonly atMs: number;
}

/** A number over time; it holds until the next event of the same series. */
export interface ValueEvent extends InRun {
  readonly kind: 'value';
  readonly series: string;
  readonly value: number;
  readonly atMs: number;
  readonly unit?: string;
  /** A line the series must not cross, with its name. */
  readonly limit?: { readonly value: number; readonly label: string };
}

/** A stretch of time with a cause: the fault. It draws as a band behind everything. */
export interface SpanEvent extends InRun {
  readonly kind: 'span';
  readonly label: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** One row of the comparison table: the same `label` in two runs stands in one row. */
export interface FigureEvent extends InRun {
  readonly kind: 'figure';
  readonly label: string;
  readonly value: number;
  readonly unit?: string;
  /** Which direction is better; the better number is set bold. */
  readonly better: 'lower' | 'higher';
  /** What the number counts, or what it costs: "of 60", "the cost: …". */
  readonly note?: string;
}

/** A remark at a moment. */
export interface NoteEvent extends InRun {
  readonly kind: 'note';
  readonly text: string;
  readonly atMs: number;
}

export type TraceEvent =
  RunEvent | CallEvent | StateEvent | ValueEvent | SpanEvent | FigureEvent | NoteEvent;

/**
 * Global symbol under which a host may place a function `(event: TraceEvent) => void`. Where it is
 * present, events go to it and nowhere else; where it is not, `emit.ts` decides by `TRACE`.
 */
export const TRACE_HOOK: unique symbol = Symbol.for('backend-architect.trace');

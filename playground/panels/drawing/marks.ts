import type { CallEvent, CallOutcome } from '../../lab/trace.ts';
import type { Lane } from './lanes.ts';
import { LIMITS, thinned, type Kept } from './limits.ts';
import { rowsFor } from './rows.ts';
import type { TimeScale } from './scale.ts';
import type { TraceRun } from './trace-runs.ts';

/** The moment at which a call ended. */
export interface Mark {
  readonly outcome: Exclude<CallOutcome, 'timed-out'>;
  readonly step: number;
  readonly row: number;
}

/** The time that a call took, as a bar. */
export interface Stay {
  readonly outcome: CallOutcome;
  readonly from: number;
  readonly to: number;
  readonly row: number;
  /** The lane that called, where it is drawn as a lane. */
  readonly caller: string | undefined;
}

/** What is drawn of one run on one lane. */
export interface LaneMarks {
  readonly marks: readonly Mark[];
  readonly stays: readonly Stay[];
  /** Rows that the stays take, and 1 where there are none. */
  readonly rows: number;
}

/** Shorter bars would vanish. */
const SHORTEST_STAY = 6;
/** From here on, a call on a lane of its own is long enough that its length tells something. */
const LONG_STAY = 20;

/**
 * Marks and bars of one run, lane by lane.
 *
 * @returns also how many calls are left out: those to lanes that are not drawn, those that thinning
 *   took, and those without a row
 */
export function marksOf(run: TraceRun, lanes: readonly Lane[], scale: TimeScale): Kept<LaneMarks> {
  const calls = thinned(run.calls, LIMITS.calls);
  const byLane = new Map<string, CallEvent[]>(lanes.map(({ name }) => [name, []]));
  for (const call of calls.kept) byLane.get(call.to)?.push(call);
  const kept = lanes.map((lane) => laneMarks(lane, byLane.get(lane.name) ?? [], scale));
  const onNoLane = calls.kept.filter(({ to }) => !byLane.has(to)).length;
  const onNoRow = kept.reduce((sum, lane) => sum + lane.leftOut, 0);
  return { kept, leftOut: calls.leftOut + onNoLane + onNoRow };
}

function laneMarks(
  lane: Lane,
  calls: readonly CallEvent[],
  scale: TimeScale,
): LaneMarks & { leftOut: number } {
  const long = calls.filter((call) => hasStay(lane, call, scale));
  const stretches = long.map((call) => stretchOf(call, scale));
  // Under a line of marks the first row would cover them.
  const firstRow = lane.inner ? 0 : 1;
  const rows = rowsFor(stretches, LIMITS.rows);
  const rowOf = new Map<CallEvent, number>();
  const stays = long.flatMap((call, index): readonly Stay[] => {
    const [stretch, row] = [stretches[index], rows[index]];
    if (!stretch || row === undefined) return [];
    rowOf.set(call, row + firstRow);
    const caller = lane.inner ? call.from : undefined;
    return [{ outcome: call.outcome, ...stretch, row: row + firstRow, caller }];
  });
  const marks = calls.flatMap((call) => markOf(lane, call, rowOf.get(call) ?? 0, scale));
  const last = stays.reduce((most, { row }) => Math.max(most, row), 0);
  return { marks: distinct(marks), stays, rows: last + 1, leftOut: long.length - stays.length };
}

/** A bar says how long: on inner lanes always, elsewhere where no answer came or where it came late. */
function hasStay({ inner, leaf }: Lane, call: CallEvent, scale: TimeScale): boolean {
  if (inner || call.outcome === 'timed-out') return true;
  const { from, to } = stretchOf(call, scale);
  return leaf && to - from >= LONG_STAY;
}

function stretchOf({ startMs, endMs }: CallEvent, scale: TimeScale): { from: number; to: number } {
  const from = scale.step(startMs);
  return { from, to: Math.max(scale.step(endMs), from + SHORTEST_STAY) };
}

/** A mark says how it ended; on an inner lane the bar says it where all went well. */
function markOf(
  { inner }: Lane,
  { outcome, endMs }: CallEvent,
  row: number,
  scale: TimeScale,
): readonly Mark[] {
  if (outcome === 'timed-out' || (inner && outcome === 'answered')) return [];
  return [{ outcome, step: scale.step(endMs), row: inner ? row : 0 }];
}

/** From the back to the front: a failure must not be covered. */
const painted = ['answered', 'fallback', 'failed'] as const;

/** Of marks that would cover each other, one. */
function distinct(marks: readonly Mark[]): readonly Mark[] {
  const places = new Map(marks.map((mark) => [`${mark.outcome} ${mark.step} ${mark.row}`, mark]));
  return painted.flatMap((outcome) =>
    [...places.values()].filter((mark) => mark.outcome === outcome),
  );
}

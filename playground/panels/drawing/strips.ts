import type { StateEvent, StateTone } from '../../lab/trace.ts';
import { firstNames, LIMITS, thinned, type Kept } from './limits.ts';
import type { TraceRun } from './trace-runs.ts';

/** One state, from when to when. */
export interface Segment {
  readonly state: string;
  readonly tone: StateTone;
  readonly fromMs: number;
  readonly toMs: number;
}

/** Names of all things that have states, in any run, so that both runs have the same strips. */
export function stripsOf(runs: readonly TraceRun[]): Kept<string> {
  return firstNames(thingsWithState(runs), LIMITS.strips);
}

function* thingsWithState(runs: readonly TraceRun[]): Generator<string> {
  for (const { states } of runs) for (const { of } of states) yield of;
}

/**
 * The states of one thing in one run, without those that lasted no time or changed nothing.
 * None where it does not exist in this run.
 */
export function segmentsOf({ states }: TraceRun, of: string, durationMs: number): Kept<Segment> {
  const changes = changesOf(states.filter((event) => event.of === of));
  const { kept: drawn, leftOut } = thinned(changes, LIMITS.segments);
  const kept = drawn.map(({ state, tone, atMs }, index) => {
    const toMs = drawn[index + 1]?.atMs ?? durationMs;
    return { state, tone, fromMs: atMs, toMs };
  });
  return { kept, leftOut };
}

/** Of states at one moment the last; of the same state twice the first. */
function changesOf(events: readonly StateEvent[]): readonly StateEvent[] {
  const changes: StateEvent[] = [];
  for (const event of events) {
    if (changes.at(-1)?.atMs === event.atMs) changes.pop();
    const last = changes.at(-1);
    if (last?.state !== event.state || last.tone !== event.tone) changes.push(event);
  }
  return changes;
}

import { firstNames, LIMITS, type Kept } from './limits.ts';
import type { TraceRun } from './trace-runs.ts';

/** A party that is called. Its calls stand on one line. */
export interface Lane {
  readonly name: string;
  /** Another lane calls it: each of its calls is drawn as a stay that hangs from its caller. */
  readonly inner: boolean;
  /** It calls nobody in turn, so its own lane is the only place where a long answer can be seen. */
  readonly leaf: boolean;
}

/**
 * The lanes of all runs, so that they stand at the same height side by side: in the order in which
 * they first appear, every caller above those that it calls.
 */
export function lanesOf(runs: readonly TraceRun[]): Kept<Lane> {
  const names = firstNames(calledNames(runs), LIMITS.lanes);
  const callers = callersOf(runs, new Set(names.kept));
  const calling = new Set([...callers.values()].flatMap((names) => [...names]));
  const kept = callersFirst(names.kept, callers).map((name) => ({
    name,
    inner: callers.has(name),
    leaf: !calling.has(name),
  }));
  return { kept, leftOut: names.leftOut };
}

function* calledNames(runs: readonly TraceRun[]): Generator<string> {
  for (const { calls } of runs) for (const { to } of calls) yield to;
}

/** Lane → the other lanes that call it. */
function callersOf(
  runs: readonly TraceRun[],
  lanes: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const callers = new Map<string, Set<string>>();
  for (const { calls } of runs) {
    for (const { from, to } of calls) {
      if (from === to || !lanes.has(from) || !lanes.has(to)) continue;
      const known = callers.get(to);
      if (known) known.add(from);
      else callers.set(to, new Set([from]));
    }
  }
  return callers;
}

/** Callers before those that they call; of a ring of callers, the one that appeared first. */
function callersFirst(
  names: readonly string[],
  callers: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] {
  const placed: string[] = [];
  const seen = new Set<string>();
  const place = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const caller of callers.get(name) ?? []) place(caller);
    placed.push(name);
  };
  names.forEach(place);
  return placed;
}

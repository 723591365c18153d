import type { Architecture, SyncCall } from './architecture.ts';
import type { Solution } from './solution.ts';

/**
 * Every call has a timeout that its caller outlives; no circle; one layer retries; a breaker on
 * every call to a system of others.
 */
export function brokenCalls(architecture: Architecture, solution: Solution): readonly string[] {
  const sync = architecture.connections.filter((each) => each.kind === 'sync');
  return [
    ...sync.flatMap((one) => [...brokenTime(one, sync), ...brokenCircle(one, sync)]),
    ...unguarded(architecture, sync, solution),
    ...retriedTwice(sync, solution),
  ];
}

function brokenTime(one: SyncCall, sync: readonly SyncCall[]): readonly string[] {
  const name = `${one.from} → ${one.to}`;
  return [
    ...(one.timeoutMs > 0 ? [] : [`${name} has no timeout.`]),
    ...(one.timeoutMs * one.attempts < one.deadlineMs
      ? []
      : [`${name}: all attempts together exceed the deadline.`]),
    ...sync
      .filter((below) => below.from === one.to && below.deadlineMs > one.timeoutMs)
      .map((below) => `${below.from} → ${below.to} may take longer than ${one.from} waits.`),
  ];
}

function brokenCircle(one: SyncCall, sync: readonly SyncCall[]): readonly string[] {
  return reaches(one.to, one.from, sync)
    ? [`${one.from} and ${one.to} call each other in a circle.`]
    : [];
}

/** Only who pins the simplest resilience, and is told that a rule asks for more, goes without. */
function unguarded(
  { dependencies }: Architecture,
  sync: readonly SyncCall[],
  { decisions: { resilience } }: Solution,
): readonly string[] {
  if (resilience.pinned && resilience.chosen === 'timeouts-and-retries') return [];
  const outside = new Set(dependencies.map(({ id }) => id));
  return sync
    .filter((one) => outside.has(one.to) && !one.breaker)
    .map((one) => `${one.from} → ${one.to} leaves the system without a breaker.`);
}

/** Attempts multiply along a path, so only one call on it may be retried. */
function retriedTwice(sync: readonly SyncCall[], { decisions }: Solution): readonly string[] {
  const allowed = decisions.resilience.parameters['attempts'] ?? 1;
  return sync
    .filter((one) => mostAttempts(one, sync, new Set()) > allowed)
    .map((one) => `${one.from} → ${one.to} is retried at more than one layer.`);
}

/** The attempts that can arrive at the end of the longest path that begins with a call. */
function mostAttempts(
  one: SyncCall,
  sync: readonly SyncCall[],
  passed: ReadonlySet<string>,
): number {
  if (passed.has(one.from)) return 1; // a circle, which is reported as such
  const seen = new Set([...passed, one.from]);
  const below = sync.filter((next) => next.from === one.to);
  return one.attempts * Math.max(1, ...below.map((next) => mostAttempts(next, sync, seen)));
}

function reaches(from: string, to: string, sync: readonly SyncCall[]): boolean {
  const seen = new Set([from]);
  for (const place of seen) {
    for (const next of sync) if (next.from === place) seen.add(next.to);
  }
  return seen.has(to);
}

import type { Connection, Dependency, Deployable, SyncCall } from '../architecture.ts';
import type { Slo } from '../system.ts';
import type { Plan } from './plan.ts';

/** Days over which promises are kept or broken. */
const windowDays = 30;

/** 95 of 100 answers arrive within the time that was asked for. */
const latencyPercent = 95;

/** No part is asked for more than this: it would be allowed to fail for 2.6 seconds a month. */
const highestPercent = 99.9999;

/**
 * What each deployable promises. Whoever is called from outside promises what was asked for. That
 * error budget, less what systems of others may use up, is shared out evenly among itself and the
 * deployables that it waits for.
 */
export function slosOf(
  { solution }: Plan,
  deployables: readonly Deployable[],
  dependencies: readonly Dependency[],
  connections: readonly Connection[],
): readonly Slo[] {
  const { availability, p95Ms } = solution.facts;
  const budget = 100 - Number(availability);
  const chain = chainOf(deployables, dependencies, connections);
  const entries = deployables.filter(({ id }) => chain.isEntry(id));
  const share = (id: string): number =>
    Math.min(
      ...entries
        .filter((entry) => chain.below(entry.id).has(id))
        .map((entry) => {
          const left = budget - chain.outside(entry.id);
          return (left > 0 ? left : budget) / chain.below(entry.id).size;
        }),
    );
  return deployables.flatMap(({ id }): readonly Slo[] => {
    const isEntry = chain.isEntry(id);
    const own = [...chain.below(id)].reduce((sum, each) => sum + share(each), 0);
    const allowed = isEntry ? budget : Math.min(budget, own + chain.outside(id));
    return [
      {
        id: `${id}-availability`,
        deployable: id,
        indicator: 'availability',
        objectivePercent: Math.min(highestPercent, Number((100 - allowed).toFixed(4))),
        windowDays,
      },
      {
        id: `${id}-latency`,
        deployable: id,
        indicator: 'latency',
        objectivePercent: latencyPercent,
        windowDays,
        thresholdMs: isEntry ? p95Ms : Math.max(1, Math.floor(p95Ms / 2)),
      },
    ];
  });
}

/** Who waits for whom. */
interface Chain {
  /** Called from the edge, so users see its failures. */
  readonly isEntry: (id: string) => boolean;
  /** The deployable itself and all that it waits for, directly or not. */
  readonly below: (id: string) => ReadonlySet<string>;
  /** How many percent of the time it fails because systems of others are down. */
  readonly outside: (id: string) => number;
}

/** Reads the calls that fail when what they call fails. */
export function chainOf(
  deployables: readonly Deployable[],
  dependencies: readonly Dependency[],
  connections: readonly Connection[],
): Chain {
  const inside = new Set(deployables.map(({ id }) => id));
  const hard = connections.filter(
    (each): each is SyncCall => each.kind === 'sync' && each.fallback.startsWith('none'),
  );
  const entries = new Set(
    connections
      .filter(({ from, to }) => !inside.has(from) && inside.has(to) && from === 'edge')
      .map(({ to }) => to),
  );
  const below = (id: string): ReadonlySet<string> => {
    const seen = new Set([id]);
    for (const place of seen) {
      for (const { from, to } of hard) if (from === place && inside.has(to)) seen.add(to);
    }
    return seen;
  };
  const outside = (id: string): number => {
    const places = below(id);
    const needed = new Set(hard.filter(({ from }) => places.has(from)).map(({ to }) => to));
    return dependencies
      .filter((each) => needed.has(each.id))
      .reduce((sum, { availabilityPercent = 100 }) => sum + 100 - availabilityPercent, 0);
  };
  return { isEntry: (id) => entries.has(id), below, outside };
}

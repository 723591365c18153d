import type { Action, Capability } from '../list-columns.ts';
import type { Solution } from '../solution.ts';

/** How strongly something speaks for two capabilities to be released together, or against it (our convention). */
export interface Weights {
  readonly sharedAction: number;
  readonly sameTeam: number;
  readonly sameChanges: number;
  readonly otherLoad: number;
  readonly otherRules: number;
  /** For each capability in the group that would arise, so that groups stay alike in size. */
  readonly size: number;
}

const usual: Weights = {
  sharedAction: 3,
  sameTeam: 2,
  sameChanges: 1,
  otherLoad: -4,
  otherRules: -6,
  size: -1,
};

/** What the decision about boundaries stresses. */
const stressed = {
  merge: { sharedAction: 6 },
  'by-area': {},
  'split-out': { otherLoad: -12, otherRules: -16, size: 0 },
  'by-team': { sameTeam: 8 },
} as const;

/** A transaction cannot span deployables, so what shares one is merged before anything else. */
const transaction = { sharedAction: 100 } as const;

/** What counts in a cut, by the decisions about boundaries and transactions. */
export function weightsFor({ decisions }: Pick<Solution, 'decisions'>): Weights {
  const isLocal = decisions.transactions.chosen === 'local-acid';
  return {
    ...usual,
    ...stressed[decisions.boundaries.chosen],
    ...(isLocal ? transaction : {}),
  };
}

/**
 * Puts every capability into one of `count` groups: those that share an action, a team and a rate of
 * change together, those with another load or rules of their own apart. Greedy: the pair of groups
 * that fits best is merged until few enough are left; ties go to the earlier pair. The busiest come first.
 */
export function groupsOf(
  rows: readonly Capability[],
  actions: readonly Action[],
  count: number,
  weights: Weights,
): readonly (readonly Capability[])[] {
  let groups: (readonly Capability[])[] = rows.map((row) => [row]);
  while (groups.length > Math.max(1, count)) {
    const [first, second] = bestPair(groups, actions, weights);
    const merged = [...(groups[first] ?? []), ...(groups[second] ?? [])];
    groups = groups.flatMap((group, index) =>
      index === second ? [] : [index === first ? merged : group],
    );
  }
  return groups.toSorted((a, b) => Number(isHot(b)) - Number(isHot(a)));
}

/** Whether a group carries ten times the usual load. */
export function isHot(group: readonly Capability[]): boolean {
  return group.some(({ load }) => load === 'high');
}

function bestPair(
  groups: readonly (readonly Capability[])[],
  actions: readonly Action[],
  weights: Weights,
): readonly [number, number] {
  let best: readonly [number, number] = [0, 1];
  let most = Number.NEGATIVE_INFINITY;
  groups.forEach((group, first) => {
    groups.slice(first + 1).forEach((other, offset) => {
      const fit = fitOf(group, other, actions, weights);
      if (fit <= most) return;
      most = fit;
      best = [first, first + 1 + offset];
    });
  });
  return best;
}

function fitOf(
  group: readonly Capability[],
  other: readonly Capability[],
  actions: readonly Action[],
  weights: Weights,
): number {
  const touches = (action: Action, rows: readonly Capability[]): boolean =>
    rows.some(({ name }) => action.capabilities.includes(name));
  const shared = actions.filter((each) => touches(each, group) && touches(each, other)).length;
  const same = (differs: (row: Capability) => unknown): boolean =>
    group.every((row) => other.every((each) => differs(row) === differs(each)));
  return (
    weights.sharedAction * Math.min(shared, 2) +
    (same(({ team }) => team) ? weights.sameTeam : 0) +
    (same(({ changes }) => changes) ? weights.sameChanges : 0) +
    (isHot(group) === isHot(other) ? 0 : weights.otherLoad) +
    (same(({ ownRules }) => ownRules) ? 0 : weights.otherRules) +
    weights.size * (group.length + other.length)
  );
}

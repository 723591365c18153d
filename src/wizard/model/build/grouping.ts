import type { ActionRow, CapabilityRow } from './rows.ts';

/** How strongly something speaks for two capabilities to be released together, or against it (our convention). */
const weights = {
  sharedAction: 3,
  sameTeam: 2,
  sameChanges: 1,
  otherLoad: -4,
  otherRules: -6,
  /** For each capability in the group that would arise, so that groups stay alike in size. */
  size: -1,
} as const;

/**
 * Puts every capability into one of `count` groups: those that share an action, a team and a rate of
 * change together, those with another load or rules of their own apart. Greedy: the pair of groups
 * that fits best is merged until few enough are left; ties go to the earlier pair. The busiest come first.
 */
export function groupsOf(
  rows: readonly CapabilityRow[],
  actions: readonly ActionRow[],
  count: number,
): readonly (readonly CapabilityRow[])[] {
  let groups: (readonly CapabilityRow[])[] = rows.map((row) => [row]);
  while (groups.length > Math.max(1, count)) {
    const [first, second] = bestPair(groups, actions);
    const merged = [...(groups[first] ?? []), ...(groups[second] ?? [])];
    groups = groups.flatMap((group, index) =>
      index === second ? [] : [index === first ? merged : group],
    );
  }
  return groups.toSorted((a, b) => Number(isHot(b)) - Number(isHot(a)));
}

/** Whether a group carries ten times the usual load. */
export function isHot(group: readonly CapabilityRow[]): boolean {
  return group.some(({ load }) => load === 'high');
}

function bestPair(
  groups: readonly (readonly CapabilityRow[])[],
  actions: readonly ActionRow[],
): readonly [number, number] {
  let best: readonly [number, number] = [0, 1];
  let most = Number.NEGATIVE_INFINITY;
  groups.forEach((group, first) => {
    groups.slice(first + 1).forEach((other, offset) => {
      const fit = fitOf(group, other, actions);
      if (fit <= most) return;
      most = fit;
      best = [first, first + 1 + offset];
    });
  });
  return best;
}

function fitOf(
  group: readonly CapabilityRow[],
  other: readonly CapabilityRow[],
  actions: readonly ActionRow[],
): number {
  const touches = (action: ActionRow, rows: readonly CapabilityRow[]): boolean =>
    rows.some(({ name }) => action.capabilities.includes(name));
  const shared = actions.filter((each) => touches(each, group) && touches(each, other)).length;
  const same = (differs: (row: CapabilityRow) => unknown): boolean =>
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

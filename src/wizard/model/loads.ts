import { capacity } from './capacity.ts';
import type { Capacity, Load } from './capacity.ts';
import { fullTeams, peakRate } from './measures.ts';
import type { Solution } from './solution.ts';

/** How much more the busiest part carries than any other one, where one stands out. */
const hotPart = 10;

/** Deployables that one request keeps busy where they call each other: the first and one more. */
const visitsInChain = 2;

/** So many deployables one team of three can at most look after, one for every two engineers. */
const engineersPerDeployable = 2;

/** How many deployables are advised: one; one per full team, two to eight; or one per full team, at least three. */
export function deployableCount({ facts, decisions }: Solution): number {
  const style = decisions.style.chosen;
  if (style === 'modular-monolith') return 1;
  const affordable = Math.floor(facts.engineers / engineersPerDeployable);
  const wanted = Math.min(fullTeams(facts), affordable);
  return style === 'service-based' ? Math.min(8, Math.max(2, wanted)) : Math.max(3, wanted);
}

/** Whether requests wait while one deployable calls another. */
export function isChained(solution: Solution): boolean {
  return (
    deployableCount(solution) > 1 && solution.decisions['sync-or-async'].chosen !== 'event-driven'
  );
}

/** How many deployables a request keeps busy on average. */
export function visits(solution: Solution): number {
  return isChained(solution) ? visitsInChain : 1;
}

/** Whether one of several deployables carries far more than the others; it is the first one. */
export function hasHotPart(solution: Solution): boolean {
  return deployableCount(solution) > 1 && solution.facts.parts.includes('load-difference');
}

/** What each deployable has to carry, the busiest one first. */
export function loadsOf(solution: Solution): readonly Load[] {
  const { facts, decisions } = solution;
  const count = deployableCount(solution);
  const first = hasHotPart(solution) ? hotPart : 1;
  const passes = visits(solution);
  const unit = (peakRate(facts) * passes) / (first + count - 1);
  const load = (requestsPerSecond: number): Load => ({
    requestsPerSecond,
    workMs: facts.workMs,
    p95Ms: Math.max(1, Math.floor(facts.p95Ms / passes)),
    minimumReplicas: decisions.platform.parameters.minimumReplicas ?? 1,
  });
  const other = load(unit);
  return [load(unit * first), ...Array.from({ length: count - 1 }, () => other)];
}

/** What carries each load; all but the first one are alike, so they are sized once. */
export function sizesOf(loads: readonly Load[]): readonly Capacity[] {
  const known = new Map<Load, Capacity>();
  return loads.map((load) => {
    const size = known.get(load) ?? capacity(load);
    known.set(load, size);
    return size;
  });
}

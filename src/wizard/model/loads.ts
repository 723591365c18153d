import { isHot } from './build/grouping.ts';
import { cut } from './build/plan.ts';
import { capacity } from './capacity.ts';
import type { Capacity, Load } from './capacity.ts';
import { peakRate } from './measures.ts';
import type { Solution } from './solution.ts';

/** How much more the busiest part carries than any other one, where one stands out. */
const hotPart = 10;

/** Deployables that one request keeps busy where they call each other: the first and one more. */
const visitsInChain = 2;

/** How many deployables have capabilities: as many as are advised, at most one for each capability. */
export function deployableCount(solution: Solution): number {
  return cut(solution).length;
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

/** Whether some of several deployables carry far more than the others; they come first. */
export function hasHotPart(solution: Solution): boolean {
  return new Set(weightsOf(solution)).size > 1;
}

/** What each deployable has to carry, the busiest one first. */
export function loadsOf(solution: Solution): readonly Load[] {
  const { facts, decisions } = solution;
  const weights = weightsOf(solution);
  const passes = visits(solution);
  const unit = (peakRate(facts) * passes) / weights.reduce((sum, weight) => sum + weight, 0);
  const load = (weight: number): Load => ({
    requestsPerSecond: unit * weight,
    workMs: facts.workMs,
    p95Ms: Math.max(1, Math.floor(facts.p95Ms / passes)),
    minimumReplicas: decisions.platform.parameters.minimumReplicas ?? 1,
  });
  const known = new Map([...new Set(weights)].map((weight) => [weight, load(weight)]));
  return weights.flatMap((weight) => known.get(weight) ?? []);
}

/** What carries each load; loads that are alike are sized once. */
export function sizesOf(loads: readonly Load[]): readonly Capacity[] {
  const known = new Map<Load, Capacity>();
  return loads.map((load) => {
    const size = known.get(load) ?? capacity(load);
    known.set(load, size);
    return size;
  });
}

/** The share of each deployable: by what was said of its capabilities, or ten for the first where only one part stands out. */
function weightsOf(solution: Solution): readonly number[] {
  const groups = cut(solution);
  const weights = groups.map((group) => (isHot(group) ? hotPart : 1));
  const isEven = new Set(weights).size === 1;
  if (!isEven || weights.length === 1) return weights.length === 1 ? [1] : weights;
  if (!solution.facts.parts.includes('load-difference')) return weights.map(() => 1);
  return weights.map((_, index) => (index === 0 ? hotPart : 1));
}

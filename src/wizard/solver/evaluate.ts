import { facts as factTable } from '../model/facts.ts';
import { measures } from '../model/measures.ts';
import type { AlternativeId, DecisionId } from '../model/decisions.ts';
import type { FactId, Facts } from '../model/facts.ts';
import type { Predicate } from '../rules/rule.ts';
import { readsOf, union } from './reads.ts';
import type { Reads } from './reads.ts';

/** The facts, and what has been decided so far. */
export interface Situation {
  readonly facts: Facts;
  readonly chosen: Readonly<Partial<Record<DecisionId, AlternativeId>>>;
}

/** Whether a predicate holds. */
export function holds(predicate: Predicate, situation: Situation): boolean {
  switch (predicate.kind) {
    case 'all':
      return predicate.of.every((branch) => holds(branch, situation));
    case 'any':
      return predicate.of.some((branch) => holds(branch, situation));
    case 'not':
      return !holds(predicate.of, situation);
    case 'chosen': {
      const made = situation.chosen[predicate.decision];
      return made !== undefined && predicate.alternatives.includes(made);
    }
    case 'reaches':
      return measures[predicate.measure].value(situation.facts) >= predicate.value;
    case 'is':
      return contains(situation.facts[predicate.fact], predicate.values);
    case 'atLeast':
      return isAtLeast(predicate.fact, situation.facts[predicate.fact], predicate.value);
  }
}

/**
 * The facts and decisions that settled a predicate: of an `any` that holds only the branches that
 * hold, of an `all` that fails only the branches that fail, otherwise every branch.
 */
export function causeOf(predicate: Predicate, situation: Situation): Reads {
  switch (predicate.kind) {
    case 'all':
      return causeOfBranches(predicate.of, situation, false);
    case 'any':
      return causeOfBranches(predicate.of, situation, true);
    case 'not':
      return causeOf(predicate.of, situation);
    default:
      return readsOf(predicate);
  }
}

function causeOfBranches(
  of: readonly Predicate[],
  situation: Situation,
  settledBy: boolean,
): Reads {
  const settling = of.filter((branch) => holds(branch, situation) === settledBy);
  const causes = settling.length > 0 ? settling : of;
  return union(causes.map((branch) => causeOf(branch, situation)));
}

function contains(value: Facts[FactId], wanted: readonly string[]): boolean {
  if (typeof value === 'object') {
    return value.some((entry) => typeof entry === 'string' && wanted.includes(entry));
  }
  return wanted.includes(String(value));
}

function isAtLeast(fact: FactId, value: Facts[FactId], wanted: number | string): boolean {
  if (typeof wanted === 'number') {
    return (typeof value === 'object' ? value.length : Number(value)) >= wanted;
  }
  const kind = factTable[fact];
  if (kind.kind !== 'choice') return false;
  const order: readonly string[] = kind.options;
  return order.indexOf(String(value)) >= order.indexOf(wanted);
}

import type { AlternativeId, DecisionId } from '../model/decisions.ts';
import type { Facts } from '../model/facts.ts';
import type { Pins } from '../model/solution.ts';
import type { RuleBook } from '../rules/rule.ts';
import { firedRules } from './fired.ts';
import { evaluationOrder } from './order.ts';
import { pick, tally } from './pick.ts';

/** What each decision fell on. */
export type Chosen = Readonly<Partial<Record<DecisionId, AlternativeId>>>;

/** The choices of `solve` without their explanations, for trying many answers quickly. */
export function choose(facts: Facts, pins: Pins, book: RuleBook): Chosen {
  const chosen: Partial<Record<DecisionId, AlternativeId>> = {};
  for (const { id, rules } of evaluationOrder(book)) {
    chosen[id] =
      pins[id] ??
      pick(id, tally(id, firedRules(rules, { facts, chosen })), facts.priorities).chosen;
  }
  return chosen;
}

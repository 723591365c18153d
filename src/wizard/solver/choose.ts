import type { AlternativeId, DecisionId } from '../model/decisions.ts';
import { factIds } from '../model/facts.ts';
import type { FactId, Facts } from '../model/facts.ts';
import type { Pins } from '../model/solution.ts';
import type { RuleBook } from '../rules/rule.ts';
import { firedRules } from './fired.ts';
import { evaluationOrder } from './order.ts';
import type { DecisionRules } from './order.ts';
import { pick, tally } from './pick.ts';

/** What each decision fell on. */
export type Chosen = Readonly<Partial<Record<DecisionId, AlternativeId>>>;

/** The choices of `solve` without their explanations, for trying many answers quickly. */
export function choose(facts: Facts, pins: Pins, book: RuleBook): Chosen {
  const chosen: Partial<Record<DecisionId, AlternativeId>> = {};
  for (const decision of evaluationOrder(book)) {
    chosen[decision.id] = pins[decision.id] ?? fall(decision, facts, chosen);
  }
  return chosen;
}

/**
 * The same choices where the facts differ a little from others whose choices are known: only what
 * reads a fact or an earlier decision that changed is decided again.
 */
export function chooseAfter(
  known: { readonly facts: Facts; readonly chosen: Chosen },
  facts: Facts,
  pins: Pins,
  book: RuleBook,
): Chosen {
  const changed = new Set(factIds.filter((fact) => facts[fact] !== known.facts[fact]));
  // Any decision can be a tie, and priorities are what breaks it.
  if (changed.has('priorities')) return choose(facts, pins, book);
  const chosen: Partial<Record<DecisionId, AlternativeId>> = { ...known.chosen };
  for (const decision of evaluationOrder(book)) {
    const { id } = decision;
    if (pins[id] !== undefined || !isTouched(decision, changed, chosen, known.chosen)) continue;
    chosen[id] = fall(decision, facts, chosen);
  }
  return chosen;
}

function fall({ id, deciding }: DecisionRules, facts: Facts, chosen: Chosen): AlternativeId {
  return pick(id, tally(id, firedRules(deciding, { facts, chosen })), facts.priorities).chosen;
}

function isTouched(
  { reads }: DecisionRules,
  changed: ReadonlySet<FactId>,
  now: Chosen,
  before: Chosen,
): boolean {
  for (const fact of changed) if (reads.facts.has(fact)) return true;
  for (const id of reads.decisions) if (now[id] !== before[id]) return true;
  return false;
}

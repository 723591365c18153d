import type { AlternativeId, DecisionId } from '../model/decisions.ts';
import type { FactId, Facts } from '../model/facts.ts';
import type { Pins } from '../model/solution.ts';
import type { RuleBook } from '../rules/rule.ts';
import { firedRules } from './fired.ts';
import { evaluationOrder } from './order.ts';
import type { DecisionRules } from './order.ts';
import { pick, tally } from './pick.ts';
import { readsOf, union } from './reads.ts';

/** What each decision fell on. */
export type Chosen = Readonly<Partial<Record<DecisionId, AlternativeId>>>;

/** One decision with all that can change it, and what it fell on in the latest situations. */
interface Step extends DecisionRules {
  readonly facts: readonly FactId[];
  readonly decisions: readonly DecisionId[];
  latest: readonly { readonly read: readonly unknown[]; readonly fell: AlternativeId }[];
}

/** So many situations are remembered: the present answers, and the variation before. */
const remembered = 2;

const known = new WeakMap<RuleBook, readonly Step[]>();

/**
 * The choices of `solve` without their explanations, for trying many answers quickly: where nothing
 * that a decision reads has changed, what it fell on is taken from memory.
 */
export function choose(facts: Facts, pins: Pins, book: RuleBook): Chosen {
  const chosen: Partial<Record<DecisionId, AlternativeId>> = {};
  for (const step of stepsOf(book)) chosen[step.id] = pins[step.id] ?? fallsOn(step, facts, chosen);
  return chosen;
}

function fallsOn(step: Step, facts: Facts, chosen: Chosen): AlternativeId {
  const read = [
    ...step.facts.map((fact) => facts[fact]),
    ...step.decisions.map((decision) => chosen[decision]),
  ];
  const same = step.latest.find((entry) => entry.read.every((value, at) => value === read[at]));
  if (same !== undefined) return same.fell;
  const { id, rules, latest } = step;
  const fell = pick(id, tally(id, firedRules(rules, { facts, chosen })), facts.priorities).chosen;
  step.latest = [{ read, fell }, ...latest].slice(0, remembered);
  return fell;
}

function stepsOf(book: RuleBook): readonly Step[] {
  const found = known.get(book) ?? evaluationOrder(book).map(stepOf);
  known.set(book, found);
  return found;
}

/** Priorities decide what is close, whether or not a rule reads them. */
function stepOf({ id, rules }: DecisionRules): Step {
  const reads = union(rules.map(({ when }) => readsOf(when)));
  const facts = [...new Set<FactId>([...reads.facts, 'priorities'])];
  return { id, rules, facts, decisions: [...reads.decisions], latest: [] };
}

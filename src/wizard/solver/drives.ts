import { questionFacts } from '../model/answers.ts';
import type { QuestionId } from '../model/answers.ts';
import { alternative, alternativesOf, decisionIds } from '../model/decisions.ts';
import type { DecisionId } from '../model/decisions.ts';
import { reachesInto } from '../model/derived-facts.ts';
import type { FactId } from '../model/facts.ts';
import { ruleBook } from '../rules/rule-book.ts';
import type { RuleBook } from '../rules/rule.ts';
import { evaluationOrder } from './order.ts';
import { readsOf, union } from './reads.ts';

/** The decisions that an answer can reach: those whose rules read it, and what depends on those. */
export function drives(question: QuestionId, book: RuleBook = ruleBook): readonly DecisionId[] {
  const own: readonly FactId[] = questionFacts[question];
  const asked = new Set(own.flatMap((fact) => [fact, ...(reachesInto[fact] ?? [])]));
  const reached = new Set<DecisionId>();
  for (const { id, rules } of evaluationOrder(book)) {
    if (asked.has('priorities') && isTieable(id)) reached.add(id);
    const reads = union(rules.map((rule) => readsOf(rule.when)));
    if ([...reads.facts].some((fact) => asked.has(fact))) reached.add(id);
    if ([...reads.decisions].some((read) => reached.has(read))) reached.add(id);
  }
  return decisionIds.filter((id) => reached.has(id));
}

/** Whether priorities can decide between alternatives of a decision. */
function isTieable(id: DecisionId): boolean {
  return alternativesOf(id).some((name) => alternative(id, name).favors !== undefined);
}

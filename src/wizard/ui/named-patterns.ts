import { decisions } from '../model/decisions.ts';
import type { DecisionEntry } from '../model/decision-kinds.ts';
import { ruleBook } from '../rules/rule-book.ts';

/** Every capability that a decision or a rule can name, sorted by id. */
export function namedPatterns(): readonly string[] {
  const entries: readonly DecisionEntry[] = Object.values(decisions);
  const byDecision = entries
    .flatMap((entry) => Object.values(entry.alternatives))
    .flatMap((alternative) => alternative.patterns);
  const byRule = ruleBook.rules.flatMap((rule) => rule.pattern ?? []);
  return [...new Set([...byDecision, ...byRule])].toSorted();
}

import { questionFacts, questionIds, resolve } from '../model/answers.ts';
import type { Answers } from '../model/answers.ts';
import type { AlternativeId, DecisionId } from '../model/decisions.ts';
import { decisionIds } from '../model/decisions.ts';
import { factInWords } from '../model/fact-words.ts';
import type { FactId } from '../model/facts.ts';
import type { Assumption, Decision, Pins, Solution } from '../model/solution.ts';
import type { ResolvedFacts } from '../model/answers.ts';
import { ruleBook } from '../rules/rule-book.ts';
import type { RuleBook } from '../rules/rule.ts';
import { decide } from './decide.ts';
import type { Made } from './decide.ts';
import { evaluationOrder } from './order.ts';
import { tensionsOf } from './tensions.ts';

/**
 * Turns answers and pins into decisions. Total: every combination of answers has a solution.
 * Pure: the same answers give an equal solution, whatever the order of the rules.
 */
export function solve(answers: Answers, pins: Pins = {}, book: RuleBook = ruleBook): Solution {
  const resolved = resolve(answers);
  const { facts, assumed } = resolved;
  const chosen: Partial<Record<DecisionId, AlternativeId>> = {};
  const made = new Map<DecisionId, Made>();
  for (const decisionRules of evaluationOrder(book)) {
    const entry = decide(decisionRules, { facts, chosen, assumed }, pins[decisionRules.id]);
    chosen[decisionRules.id] = entry.decision.chosen;
    made.set(decisionRules.id, entry);
  }
  return {
    state: { answers, pins },
    facts,
    decisions: byId(made),
    tensions: tensionsOf(book.tensions, made, { facts, chosen, assumed }),
    assumptions: assumptionsOf(resolved),
  };
}

function byId(made: ReadonlyMap<DecisionId, Made>): Solution['decisions'] {
  const entries: [DecisionId, Decision][] = [];
  for (const id of decisionIds) {
    const entry = made.get(id);
    if (entry !== undefined) entries.push([id, entry.decision]);
  }
  return Object.fromEntries(entries) as unknown as Solution['decisions'];
}

/** In the order in which the questions are asked. */
function assumptionsOf({ facts, assumed }: ResolvedFacts): readonly Assumption[] {
  return questionIds.flatMap((question) => {
    const open: readonly FactId[] = questionFacts[question].filter((fact) => assumed.has(fact));
    return open.map((fact) => ({ question, fact, text: factInWords(fact, facts[fact]) }));
  });
}

import { factsAfter, questionIds, resolve } from '../model/answers.ts';
import type { Answers, QuestionId } from '../model/answers.ts';
import { decisionIds } from '../model/decisions.ts';
import type { DecisionId } from '../model/decisions.ts';
import type { Pins } from '../model/solution.ts';
import { ruleBook } from '../rules/rule-book.ts';
import type { RuleBook } from '../rules/rule.ts';
import { choose } from './choose.ts';
import { changes } from './difference.ts';
import { variations } from './variations.ts';

/** A question that nobody answered yet, and the decisions that its answer could still change. */
export interface OpenQuestion {
  readonly question: QuestionId;
  readonly decisions: readonly DecisionId[];
}

/**
 * The questions that were not asked yet, those first whose answers can change most decisions.
 * It tries every answer that differs from the default in one fact.
 */
export function openQuestions(
  answers: Answers,
  pins: Pins = {},
  book: RuleBook = ruleBook,
): readonly OpenQuestion[] {
  const resolved = resolve(answers);
  const { facts } = resolved;
  const before = choose(facts, pins, book);
  return questionIds
    .filter((question) => answers[question] === undefined)
    .map((question) => {
      const reached = new Set(
        variations(resolved, question, book).flatMap((variation) =>
          changes(before, choose(factsAfter(resolved, variation.answer), pins, book)).map(
            (change) => change.decision,
          ),
        ),
      );
      return { question, decisions: decisionIds.filter((id) => reached.has(id)) };
    })
    .toSorted((a, b) => b.decisions.length - a.decisions.length);
}

import { factsAfter, questionIds, resolve } from '../model/answers.ts';
import type { Answers, PartialAnswer, QuestionId } from '../model/answers.ts';
import { decisionIds } from '../model/decisions.ts';
import type { AlternativeId, DecisionId } from '../model/decisions.ts';
import { factInWords } from '../model/fact-words.ts';
import type { FactId } from '../model/facts.ts';
import type { Pins } from '../model/solution.ts';
import { ruleBook } from '../rules/rule-book.ts';
import type { RuleBook } from '../rules/rule.ts';
import { choose } from './choose.ts';
import { changes } from './difference.ts';
import { variations } from './variations.ts';

/** The smallest change of a single answer that makes a decision fall differently. */
export interface Flip {
  readonly decision: DecisionId;
  readonly from: AlternativeId;
  readonly to: AlternativeId;
  readonly question: QuestionId;
  readonly fact: FactId;
  /** Put in place of the present answer to `question`, it makes the decision fall on `to`. */
  readonly answer: PartialAnswer<QuestionId>;
  /** What the fact would be, as in "10 engineers". */
  readonly text: string;
}

/** For each decision that one changed answer can flip: the smallest such change. */
export function flips(
  answers: Answers,
  pins: Pins = {},
  book: RuleBook = ruleBook,
): readonly Flip[] {
  const resolved = resolve(answers);
  const { facts } = resolved;
  const before = choose(facts, pins, book);
  const nearest = new Map<DecisionId, { readonly flip: Flip; readonly distance: number }>();
  for (const variation of questionIds.flatMap((id) => variations(resolved, id, book))) {
    const after = choose(factsAfter(resolved, variation.answer), pins, book);
    for (const change of changes(before, after)) {
      const known = nearest.get(change.decision);
      if (known !== undefined && known.distance <= variation.distance) continue;
      nearest.set(change.decision, {
        distance: variation.distance,
        flip: {
          decision: change.decision,
          from: change.before,
          to: change.after,
          question: variation.question,
          fact: variation.fact,
          answer: variation.answer,
          text: factInWords(variation.fact, variation.value),
        },
      });
    }
  }
  return decisionIds.flatMap((id) => nearest.get(id)?.flip ?? []);
}

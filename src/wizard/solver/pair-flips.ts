import { answerWith, factsAfter, questionIds, resolve } from '../model/answers.ts';
import type { Answers, PartialAnswer, QuestionId, ResolvedFacts } from '../model/answers.ts';
import { decisionIds } from '../model/decisions.ts';
import type { AlternativeId, DecisionId } from '../model/decisions.ts';
import { factInWords } from '../model/fact-words.ts';
import type { FactId } from '../model/facts.ts';
import type { Pins } from '../model/solution.ts';
import { ruleBook } from '../rules/rule-book.ts';
import type { RuleBook } from '../rules/rule.ts';
import { choose } from './choose.ts';
import { changes } from './difference.ts';
import { flips } from './sensitivity.ts';
import { variations } from './variations.ts';
import type { Variation } from './variations.ts';

/** One of the two changes. */
export interface HalfFlip {
  readonly question: QuestionId;
  readonly fact: FactId;
  /** Put in place of the present answer to `question`; two facts of one question share it. */
  readonly answer: PartialAnswer<QuestionId>;
  /** What the fact would be, as in "10 engineers". */
  readonly text: string;
}

/** The smallest change of two answers that makes a decision fall differently. */
export interface PairFlip {
  readonly decision: DecisionId;
  readonly from: AlternativeId;
  readonly to: AlternativeId;
  readonly halves: readonly [HalfFlip, HalfFlip];
}

/**
 * For each decision that no single answer can flip and nobody pinned: the smallest two changes that
 * do, if there are any. It tries every pair, some tenths of a second, so run it when idle.
 */
export function pairFlips(
  answers: Answers,
  pins: Pins = {},
  book: RuleBook = ruleBook,
): readonly PairFlip[] {
  const resolved = resolve(answers);
  const { facts } = resolved;
  const before = choose(facts, pins, book);
  const single = new Set(flips(answers, pins, book).map(({ decision }) => decision));
  const wanted = new Set(decisionIds.filter((id) => !single.has(id) && pins[id] === undefined));
  const found = new Map<DecisionId, { readonly flip: PairFlip; readonly distance: number }>();
  if (wanted.size === 0) return [];
  for (const [first, second] of pairs(
    questionIds.flatMap((id) => variations(resolved, id, book)),
  )) {
    const distance = first.distance + second.distance;
    const halves = [half(resolved, first, second), half(resolved, second, first)] as const;
    const after = choose(
      factsAfter(resolved, { ...halves[0].answer, ...halves[1].answer }),
      pins,
      book,
    );
    for (const { decision, before: from, after: to } of changes(before, after)) {
      if (!wanted.has(decision) || (found.get(decision)?.distance ?? Infinity) <= distance)
        continue;
      found.set(decision, { distance, flip: { decision, from, to, halves } });
    }
  }
  return decisionIds.flatMap((id) => found.get(id)?.flip ?? []);
}

/** Every two changes of different facts, which are not changes of the same rows. */
function* pairs(all: readonly Variation[]): Generator<readonly [Variation, Variation]> {
  for (const [index, first] of all.entries()) {
    for (const second of all.slice(index + 1)) {
      const isSame = Object.keys(second.change).some((fact) => Object.hasOwn(first.change, fact));
      if (!isSame) yield [first, second];
    }
  }
}

function half(
  resolved: ResolvedFacts,
  { question, fact, value, change }: Variation,
  other: Variation,
): HalfFlip {
  const answer = answerWith(resolved, question, { ...change, ...other.change });
  return { question, fact, answer, text: factInWords(fact, value) };
}

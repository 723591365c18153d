import { questionFacts } from '../../model/answers.ts';
import type { QuestionId } from '../../model/answers.ts';
import { factInWords } from '../../model/fact-words.ts';
import { isListFact } from '../../model/facts.ts';
import type { FactId } from '../../model/facts.ts';
import type { Solution } from '../../model/solution.ts';
import { factLine } from '../../artefacts/fact-lines.ts';
import { question as questionById, questions, quickPath } from '../../questions/questions.ts';
import { formatAddress } from '../address.ts';

/** One fact of an answer. */
export interface ValueModel {
  readonly text: string;
  readonly isAssumed: boolean;
}

export interface AnswerModel {
  readonly title: string;
  readonly href: string;
  readonly values: readonly ValueModel[];
  /** Nobody stated any of them. */
  readonly isAssumed: boolean;
}

export interface AnswerModels {
  /** The quick path, and whatever else was answered. */
  readonly asked: readonly AnswerModel[];
  /** What was never asked, so its default holds. */
  readonly unasked: readonly AnswerModel[];
}

/** All questions with the facts that the result rests on. */
export function answerModels(solution: Solution): AnswerModels {
  const { answers } = solution.state;
  const isAsked = (id: QuestionId) => quickPath.includes(id) || answers[id] !== undefined;
  const ids = questions.map(({ id }) => id);
  return {
    asked: ids.filter(isAsked).map((id) => answerModel(id, solution)),
    unasked: ids.filter((id) => !isAsked(id)).map((id) => answerModel(id, solution)),
  };
}

function answerModel(id: QuestionId, { state, facts, assumptions }: Solution): AnswerModel {
  const own: readonly FactId[] = questionFacts[id];
  const ids = own.filter((fact) => !isListFact(fact) || facts[fact].length > 0);
  const say = ids.length === 1 ? factInWords : factLine;
  const values = ids.map((fact) => ({
    text: say(fact, facts[fact]),
    isAssumed: assumptions.some((assumption) => assumption.fact === fact),
  }));
  return {
    title: questionById(id).title,
    href: formatAddress(id, state),
    values,
    isAssumed: values.every(({ isAssumed }) => isAssumed),
  };
}

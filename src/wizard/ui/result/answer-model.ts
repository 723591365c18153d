import { questionFacts } from '../../model/answers.ts';
import type { QuestionId } from '../../model/answers.ts';
import { factInWords } from '../../model/fact-words.ts';
import type { Solution } from '../../model/solution.ts';
import { question as questionById, questions, quickPath } from '../../questions/questions.ts';
import { formatAddress } from '../address.ts';

export interface AnswerModel {
  readonly title: string;
  readonly href: string;
  /** Each fact in words. */
  readonly values: readonly string[];
  readonly isAssumed: boolean;
}

export interface AnswerModels {
  /** The quick path, and whatever else was answered. */
  readonly asked: readonly AnswerModel[];
  /** What was never asked, so its default holds. */
  readonly unasked: readonly AnswerModel[];
}

/** All questions with the facts that the result rests on. */
export function answerModels({ state, facts }: Solution): AnswerModels {
  const isAsked = (id: QuestionId) => quickPath.includes(id) || state.answers[id] !== undefined;
  const model = (id: QuestionId): AnswerModel => ({
    title: questionById(id).title,
    href: formatAddress(id, state),
    values: questionFacts[id].map((fact) => factInWords(fact, facts[fact])),
    isAssumed: state.answers[id] === undefined || state.answers[id] === 'not-sure',
  });
  const ids = questions.map(({ id }) => id);
  return {
    asked: ids.filter(isAsked).map(model),
    unasked: ids.filter((id) => !isAsked(id)).map(model),
  };
}

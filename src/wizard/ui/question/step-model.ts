import type { QuestionId } from '../../model/answers.ts';
import type { WizardState } from '../../model/solution.ts';
import { stepTitles } from '../../questions/question.ts';
import { question as questionById, questions } from '../../questions/questions.ts';
import { formatAddress } from '../address.ts';

export interface StepModel {
  readonly number: number;
  readonly title: string;
  /** The step's first open question, or else its first one; absent while it has none. */
  readonly href?: string;
  readonly isCurrent: boolean;
  /** One entry a question: answered or not. */
  readonly answered: readonly boolean[];
}

/** The ten steps and how far each is answered. */
export function stepModels(current: QuestionId, wizard: WizardState): readonly StepModel[] {
  return stepTitles.map((title, index) => {
    const own = questions.filter((question) => question.step === index + 1);
    const target = own.find(({ id }) => wizard.answers[id] === undefined) ?? own[0];
    return {
      number: index + 1,
      title,
      ...(target && { href: formatAddress(target.id, wizard) }),
      isCurrent: questionById(current).step === index + 1,
      answered: own.map(({ id }) => wizard.answers[id] !== undefined),
    };
  });
}

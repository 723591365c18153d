import type { QuestionId } from '../../model/answers.ts';
import type { WizardState } from '../../model/solution.ts';
import { question as questionById } from '../../questions/questions.ts';
import { openQuestions } from '../../solver/open-questions.ts';
import { formatAddress } from '../address.ts';

/** A question that nobody answered yet. */
export interface OpenModel {
  readonly id: QuestionId;
  readonly title: string;
  readonly href: string;
  /** How many decisions its answer can still change. */
  readonly canChange: number;
  /** The same as a share of the longest bar, 0 to 1. */
  readonly share: number;
}

/** The open questions that can still change a decision, the one that can change most first. */
export function openModels({ answers, pins }: WizardState): readonly OpenModel[] {
  const open = openQuestions(answers, pins).filter((entry) => entry.decisions.length > 0);
  const longest = open[0]?.decisions.length ?? 1;
  return open.map(({ question, decisions }) => ({
    id: question,
    title: questionById(question).title,
    href: formatAddress(question, { answers, pins }),
    canChange: decisions.length,
    share: decisions.length / longest,
  }));
}

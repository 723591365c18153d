import type { QuestionId } from '../model/answers.ts';
import type { WizardState } from '../model/solution.ts';
import { question as questionById } from '../questions/questions.ts';
import { formatAddress } from './address.ts';

/** A way to a question that keeps all answers. */
export interface QuestionLink {
  readonly id: QuestionId;
  readonly title: string;
  readonly href: string;
}

/** Links to questions, in the order given. */
export function questionLinks(
  ids: readonly QuestionId[],
  wizard: WizardState,
): readonly QuestionLink[] {
  return ids.map((id) => ({
    id,
    title: questionById(id).title,
    href: formatAddress(id, wizard),
  }));
}

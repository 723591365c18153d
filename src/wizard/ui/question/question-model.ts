import { factLine } from '../../artefacts/fact-lines.ts';
import { questionOf, resolve } from '../../model/answers.ts';
import type { QuestionId } from '../../model/answers.ts';
import { settledByRows } from '../../model/assumptions.ts';
import { decisions } from '../../model/decisions.ts';
import { joinWords } from '../../model/fact-words.ts';
import type { WizardState } from '../../model/solution.ts';
import { without } from '../../../lib/without.ts';
import { defaultInWords } from '../default-words.ts';
import { question as questionById, quickPath } from '../../questions/questions.ts';
import type { Question } from '../../questions/question.ts';
import { drives } from '../../solver/drives.ts';
import { formatAddress } from '../address.ts';
import type { Place } from '../address.ts';
import type { UiState } from '../state.ts';
import { effectModel } from './effect-model.ts';
import type { EffectModel } from './effect-model.ts';
import { fieldModel } from './field-model.ts';
import type { FieldModel } from './field-model.ts';
import { openModels } from './open-model.ts';
import type { OpenModel } from './open-model.ts';
import { stepModels } from './step-model.ts';
import type { StepModel } from './step-model.ts';

/** Everything the question's view shows. */
export interface QuestionModel {
  readonly id: QuestionId;
  /** Where one stands, as in "Question 5 of 8". */
  readonly position: string;
  readonly title: string;
  readonly lead: string;
  readonly why: string;
  /** The decisions that its answer can move, in words. */
  readonly drives: string;
  readonly fields: readonly FieldModel[];
  /** What the rows of a list say in place of fields, as in "4 parts changed by one action". */
  readonly follows: string;
  readonly notSure: { readonly isChosen: boolean; readonly text: string };
  readonly backHref: string;
  readonly resultHref: string;
  readonly nextLabel: string;
  readonly steps: readonly StepModel[];
  readonly effect: EffectModel;
  readonly open: readonly OpenModel[];
}

const SHOWN_OPEN = 5;

/** Turns the state into what the question's view shows. */
export function questionModel(id: QuestionId, state: UiState): QuestionModel {
  const question = questionById(id);
  const { wizard } = state;
  const { facts, stated } = resolve(wizard.answers);
  const following = settledByRows(stated).filter((fact) => questionOf(fact) === id);
  return {
    id,
    position: positionOf(question),
    title: question.title,
    lead: question.lead,
    why: question.why,
    drives: joinWords(drives(id).map((decision) => decisions[decision].title.toLowerCase())),
    fields: question.fields
      .filter(({ fact }) => !following.includes(fact))
      .map((field) => fieldModel(field, state)),
    follows: following.map((fact) => factLine(fact, facts[fact])).join('; '),
    notSure: { isChosen: wizard.answers[id] === 'not-sure', text: notSureText(question, wizard) },
    backHref: formatAddress(placeBefore(id), wizard),
    resultHref: formatAddress('result', wizard),
    nextLabel: placeAfter(id) === 'result' ? 'See the result' : 'Next',
    steps: stepModels(id, wizard),
    effect: effectModel(id, wizard),
    open: openModels(wizard)
      .filter((open) => open.id !== id)
      .slice(0, SHOWN_OPEN),
  };
}

/** Some defaults follow from other answers, such as the capabilities from what is built. */
function notSureText(question: Question, { answers }: WizardState): string {
  return defaultInWords(question, resolve(without(answers, question.id)).facts);
}

/** Where "Next" leads: along the quick path, then to the result. */
export function placeAfter(id: QuestionId): Place {
  const index = quickPath.indexOf(id);
  return (index === -1 ? undefined : quickPath[index + 1]) ?? 'result';
}

function placeBefore(id: QuestionId): Place {
  const index = quickPath.indexOf(id);
  if (index === -1) return 'result';
  return quickPath[index - 1] ?? 'start';
}

function positionOf(question: Question): string {
  const index = quickPath.indexOf(question.id);
  return index === -1 ? 'Beyond the quick path' : `Question ${index + 1} of ${quickPath.length}`;
}

import type { Answers, QuestionId } from '../../model/answers.ts';
import { alternative, decisionIds, decisions } from '../../model/decisions.ts';
import type { DecisionId } from '../../model/decisions.ts';
import type { Decision, Reason, Solution, Tension, WizardState } from '../../model/solution.ts';
import { measured } from '../../../lib/measured.ts';
import { counted } from '../../../lib/text.ts';
import { difference, tensionChange } from '../../solver/difference.ts';
import { solve } from '../../solver/solve.ts';
import { questionLinks } from '../question-links.ts';
import type { QuestionLink } from '../question-links.ts';
import type { UiState } from '../state.ts';

export interface ChangeModel {
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

export interface TensionModel {
  readonly title: string;
  readonly text: string;
  readonly relax: readonly QuestionLink[];
}

interface DecidedModel {
  readonly title: string;
  readonly chosen: string;
  /** Nobody has answered anything that led to it. */
  readonly isAssumed: boolean;
}

/** What the answer on the screen does to the architecture. */
export interface EffectModel {
  readonly isAnswered: boolean;
  /** How many decisions there are. */
  readonly total: number;
  readonly changes: readonly ChangeModel[];
  readonly tensions: readonly TensionModel[];
  /** The titles of the tensions that come with the answer. */
  readonly newTensions: readonly string[];
  readonly soFar: readonly DecidedModel[];
}

/** The decisions that say most about an architecture, for the summary beside each question. */
const telling: readonly DecisionId[] = ['style', 'sync-or-async', 'data-ownership', 'platform'];

/** Compares the present answers with the same answers where this question is left open. */
export function effectModel(question: QuestionId, wizard: WizardState): EffectModel {
  const { [question]: answer, ...others } = wizard.answers;
  const before = solve(others, wizard.pins);
  const after = measured('wizard: decisions', () => solve(wizard.answers, wizard.pins));
  return {
    isAnswered: answer !== undefined && answer !== 'not-sure',
    total: decisionIds.length,
    changes: difference(before, after).map((change) => ({
      title: decisions[change.decision].title,
      before: alternative(change.decision, change.before).label,
      after: alternative(change.decision, change.after).label,
    })),
    tensions: after.tensions.map((tension) => tensionModel(tension, wizard)),
    newTensions: tensionChange(before, after).added.map(({ title }) => title),
    soFar: telling.map((id) => ({
      title: decisions[id].title,
      chosen: chosenLabel(after, id),
      isAssumed: isAssumed(after.decisions[id], wizard.answers),
    })),
  };
}

/** Says what the answer on the screen does; nothing where no question is on it. */
export function effectSaid({ place, wizard }: UiState): string {
  return place === 'start' || place === 'result' ? '' : effectInWords(effectModel(place, wizard));
}

/** Says the effect in a sentence or two, for somebody who hears the page. */
export function effectInWords(effect: EffectModel): string {
  if (!effect.isAnswered) return 'The default counts, shown as assumed.';
  const { newTensions } = effect;
  const added = newTensions.length === 0 ? [] : [`${tensionsInWords(newTensions)}.`];
  return [changesInWords(effect), ...added].join(' ');
}

function changesInWords({ changes, total }: EffectModel): string {
  const [first] = changes;
  if (first === undefined) return 'This answer changes no decision.';
  const count = `This answer changes ${changes.length} of ${total} decisions`;
  return `${count}, first ${first.title}: ${first.after}.`;
}

function tensionsInWords(titles: readonly string[]): string {
  return `It brings ${counted(titles.length, 'tension')}: ${titles.join('; ')}`;
}

/** A tension with links to the questions whose answers would have to give. */
export function tensionModel(tension: Tension, wizard: WizardState): TensionModel {
  return {
    title: tension.title,
    text: tension.text,
    relax: questionLinks(tension.relax, wizard),
  };
}

/** The chosen alternative's short name. */
export function chosenLabel(solution: Solution, id: DecisionId): string {
  return alternative(id, solution.decisions[id].chosen).label;
}

/** Whether no answer that somebody gave led to a decision, and nobody pinned it. */
export function isAssumed(decision: Decision, answers: Answers): boolean {
  const isStated = (id: QuestionId) => answers[id] !== undefined && answers[id] !== 'not-sure';
  const restsOnDefaults = (reason: Reason) => reason.assumed || !reason.answers.some(isStated);
  return !decision.pinned && decision.because.every(restsOnDefaults);
}

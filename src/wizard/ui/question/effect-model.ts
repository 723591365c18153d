import type { Answers, QuestionId } from '../../model/answers.ts';
import { alternative, decisionIds, decisions } from '../../model/decisions.ts';
import type { DecisionId } from '../../model/decisions.ts';
import type { Decision, Solution, Tension, WizardState } from '../../model/solution.ts';
import { difference } from '../../solver/difference.ts';
import { solve } from '../../solver/solve.ts';
import { questionLinks } from '../question-links.ts';
import type { QuestionLink } from '../question-links.ts';

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
  readonly soFar: readonly DecidedModel[];
}

/** The decisions that say most about an architecture, for the summary beside each question. */
const telling: readonly DecisionId[] = ['style', 'sync-or-async', 'data-ownership', 'platform'];

/** Compares the present answers with the same answers where this question is left open. */
export function effectModel(question: QuestionId, wizard: WizardState): EffectModel {
  const { [question]: answer, ...others } = wizard.answers;
  const before = solve(others, wizard.pins);
  const after = solve(wizard.answers, wizard.pins);
  return {
    isAnswered: answer !== undefined && answer !== 'not-sure',
    total: decisionIds.length,
    changes: difference(before, after).map((change) => ({
      title: decisions[change.decision].title,
      before: alternative(change.decision, change.before).label,
      after: alternative(change.decision, change.after).label,
    })),
    tensions: after.tensions.map((tension) => tensionModel(tension, wizard)),
    soFar: telling.map((id) => ({
      title: decisions[id].title,
      chosen: chosenLabel(after, id),
      isAssumed: isAssumed(after.decisions[id], wizard.answers),
    })),
  };
}

/** Says the effect in one sentence, for somebody who hears the page. */
export function effectInWords(effect: EffectModel): string {
  const [first] = effect.changes;
  if (!effect.isAnswered) return `The default counts, shown as assumed.`;
  if (first === undefined) return 'This answer changes no decision.';
  const count = `This answer changes ${effect.changes.length} of ${effect.total} decisions`;
  return `${count}, first ${first.title}: ${first.after}.`;
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
  const read = decision.because.flatMap((reason) => reason.answers);
  const isStated = (id: QuestionId) => answers[id] !== undefined && answers[id] !== 'not-sure';
  return !decision.pinned && !read.some(isStated);
}

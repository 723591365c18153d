import { alternative, decisionIds, decisions } from '../model/decisions.ts';
import { evidenceWords } from '../model/decision-kinds.ts';
import type { Answers, QuestionId } from '../model/answers.ts';
import { question as questionById } from '../questions/questions.ts';
import { difference } from '../solver/difference.ts';
import { solve } from '../solver/solve.ts';
import type { ChangeModel } from './question/effect-model.ts';
import { pickOption } from './edits.ts';
import { initialState } from './state.ts';

/** One answer of the home page's question and what it changes. */
interface TeaserOption {
  readonly id: string;
  readonly label: string;
  readonly consequence: string;
  readonly headline: string;
  readonly changes: readonly ChangeModel[];
  /** Why the first change happens, with its evidence in a word. */
  readonly because?: { readonly text: string; readonly evidence: string };
  /** The wishes that this answer brings into conflict. */
  readonly tensions: readonly string[];
}

export interface TeaserModel {
  readonly title: string;
  readonly options: readonly TeaserOption[];
}

/**
 * Solves the given answers of a question that has a single choice, each against the all-default
 * architecture.
 */
export function teaserModel(id: QuestionId, optionIds: readonly string[]): TeaserModel {
  const { title, fields } = questionById(id);
  const [field] = fields;
  if (field?.kind !== 'one') throw new Error(`The question "${id}" is not a single choice.`);
  const options = field.options.filter((option) => optionIds.includes(option.id));
  return {
    title,
    options: options.map(({ id: option, label, consequence }) => ({
      id: option,
      label,
      consequence,
      ...effectOf(pickOption(initialState, field.fact, option).wizard.answers),
    })),
  };
}

function effectOf(answers: Answers): Omit<TeaserOption, 'id' | 'label' | 'consequence'> {
  const before = solve({});
  const after = solve(answers);
  const changes = difference(before, after);
  const [first] = changes;
  const reason = first && after.decisions[first.decision].because[0];
  const known = new Set(before.tensions.map((tension) => tension.id));
  return {
    headline:
      changes.length === 0
        ? 'No decision changes'
        : `${changes.length} of ${decisionIds.length} decisions change`,
    changes: changes.map((change) => ({
      title: decisions[change.decision].title,
      before: alternative(change.decision, change.before).label,
      after: alternative(change.decision, change.after).label,
    })),
    ...(reason && { because: { text: reason.text, evidence: evidenceWords[reason.tag] } }),
    tensions: after.tensions.filter((tension) => !known.has(tension.id)).map(({ text }) => text),
  };
}

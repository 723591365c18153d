import { defaultAnswer, questionOf } from '../model/answers.ts';
import type { Answers, QuestionId } from '../model/answers.ts';
import type { AlternativeId, DecisionId } from '../model/decisions.ts';
import type { FactId, Facts } from '../model/facts.ts';
import type { WizardState } from '../model/solution.ts';
import type { Place } from './address.ts';
import type { HelperField, HelperTexts } from './peak-helper.ts';
import { emptyHelper } from './peak-helper.ts';

/** What somebody typed into a number field; kept as typed, so nothing is ever lost. */
interface Draft {
  readonly text: string;
  /** The reader has left the field: time to say what is wrong with it. */
  readonly left: boolean;
}

type Drafts = { readonly [F in FactId]?: Draft };

/** A link or a file that could not be read, or only in part. */
export interface Problem {
  readonly what: 'link' | 'file';
  /** One sentence. */
  readonly why: string;
  /** The rest of it was taken over. */
  readonly isPartial: boolean;
}

/** Everything the page is a function of. */
export interface UiState {
  readonly place: Place;
  readonly wizard: WizardState;
  readonly drafts: Drafts;
  readonly helper: HelperTexts;
  /** The generated file in the viewer; absent shows the first one. */
  readonly file?: string;
  readonly problem?: Problem;
  /** What the last action did, as a sentence. */
  readonly said?: string;
}

const emptyWizard: WizardState = { answers: {}, pins: {} };

export const initialState: UiState = {
  place: 'start',
  wizard: emptyWizard,
  drafts: {},
  helper: emptyHelper,
};

/** Shows another place; what was said on the last one has been read. */
export function goTo(state: UiState, place: Place): UiState {
  return { ...settled(state), place };
}

/**
 * Takes over answers and pins from a link or a file.
 * @param dropped names in it that were left out, because nobody knows them or they are out of range
 */
export function adopt(
  state: UiState,
  wizard: WizardState,
  what: Problem['what'],
  dropped: readonly string[],
): UiState {
  const adopted = { ...settled(state), wizard, drafts: {} };
  if (dropped.length === 0) return adopted;
  return report(adopted, { what, why: `Left out: ${dropped.join(', ')}.`, isPartial: true });
}

/** Says what the last action did. */
export function say(state: UiState, said: string): UiState {
  return { ...state, said };
}

/** Keeps all answers and says what was wrong with a link or a file. */
export function report(state: UiState, problem: Problem): UiState {
  return { ...state, problem };
}

/** Answers one fact; the other facts of its question take their defaults unless answered before. */
export function answerFact<F extends FactId>(state: UiState, fact: F, value: Facts[F]): UiState {
  const question = questionOf(fact);
  const before = statedAnswer(state.wizard.answers, question) ?? defaultAnswer(question);
  return withAnswers(state, {
    ...state.wizard.answers,
    [question]: { ...before, [fact]: value },
  });
}

/** Marks a question as "not sure", which takes its defaults, or takes that back. */
export function answerNotSure(state: UiState, question: QuestionId, isNotSure: boolean): UiState {
  const others = without(state.wizard.answers, question);
  const drafts = Object.entries(state.drafts).filter(
    ([fact]) => questionOf(fact as FactId) !== question,
  );
  return {
    ...withAnswers(state, isNotSure ? { ...others, [question]: 'not-sure' } : others),
    drafts: Object.fromEntries(drafts),
  };
}

/** The value somebody stated for a fact; nothing where the default is merely assumed. */
export function statedValue<F extends FactId>(answers: Answers, fact: F): Facts[F] | undefined {
  return statedAnswer(answers, questionOf(fact))?.[fact];
}

/** Keeps what is typed into a number field, and answers the fact if it is a number. */
export function typeNumber(
  state: UiState,
  fact: FactId,
  text: string,
  value: number | undefined,
): UiState {
  const left = state.drafts[fact]?.left ?? false;
  const answered = value === undefined ? state : answerFact(state, fact, value);
  return { ...answered, drafts: { ...state.drafts, [fact]: { text, left } } };
}

/** The reader leaves a number field: a good draft has become the answer, a bad one is shown as such. */
export function leaveNumber(state: UiState, fact: FactId, isValid: boolean): UiState {
  const { [fact]: draft, ...others } = state.drafts;
  if (draft === undefined) return state;
  return { ...state, drafts: isValid ? others : { ...others, [fact]: { ...draft, left: true } } };
}

/** Keeps what is typed into the helper that estimates a peak. */
export function typeHelper(state: UiState, field: HelperField, text: string): UiState {
  return { ...state, helper: { ...state.helper, [field]: text } };
}

/** Fixes a decision, or gives it back to the rules. */
export function pinDecision(
  state: UiState,
  decision: DecisionId,
  chosen: AlternativeId | undefined,
): UiState {
  const others = without(state.wizard.pins, decision);
  const pins = chosen === undefined ? others : { ...others, [decision]: chosen };
  return { ...state, wizard: { ...state.wizard, pins } };
}

/** Shows another generated file. */
export function showFile(state: UiState, file: string): UiState {
  return { ...state, file };
}

function settled({ problem: _problem, said: _said, ...rest }: UiState): UiState {
  return rest;
}

function statedAnswer(answers: Answers, question: QuestionId): Partial<Facts> | undefined {
  const answer = answers[question];
  return answer === 'not-sure' ? undefined : answer;
}

function withAnswers(state: UiState, answers: Answers): UiState {
  return { ...state, wizard: { ...state.wizard, answers } };
}

/** A copy of a record of optional entries, one of them taken out. */
function without<Entries extends Partial<Record<string, unknown>>>(
  entries: Entries,
  name: keyof Entries & string,
): Partial<Entries> {
  const rest = Object.entries(entries).filter(([key]) => key !== name);
  return Object.fromEntries(rest) as Partial<Entries>;
}

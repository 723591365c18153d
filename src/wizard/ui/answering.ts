import { questionOf, resolve } from '../model/answers.ts';
import type { Answers, QuestionId } from '../model/answers.ts';
import type { FactId, Facts } from '../model/facts.ts';
import { without } from '../../lib/without.ts';
import type { UiState } from './state.ts';

/** Answers one fact; the other facts of its question stay as they are, stated or assumed. */
export function answerFact<F extends FactId>(state: UiState, fact: F, value: Facts[F]): UiState {
  const { answers } = state.wizard;
  const question = questionOf(fact);
  return withAnswers(state, {
    ...answers,
    [question]: { ...statedFacts(answers, question), [fact]: value },
  });
}

/** Marks a question as "not sure", which takes its defaults, or takes that back. */
export function answerNotSure(state: UiState, question: QuestionId, isNotSure: boolean): UiState {
  const others = without(state.wizard.answers, question);
  const isElsewhere = ([name]: readonly [string, unknown]): boolean =>
    questionOf(name.replace(/\/.*$/u, '') as FactId) !== question;
  const kept = <Entry>(entries: Readonly<Record<string, Entry>>) =>
    Object.fromEntries(Object.entries(entries).filter(isElsewhere));
  return {
    ...withAnswers(state, isNotSure ? { ...others, [question]: 'not-sure' } : others),
    drafts: kept(state.drafts),
    rowKeys: kept(state.rowKeys),
    cellDrafts: kept(state.cellDrafts),
  };
}

/** The value somebody stated for a fact; nothing where the default is merely assumed. */
export function statedValue<F extends FactId>(answers: Answers, fact: F): Facts[F] | undefined {
  return statedFacts(answers, questionOf(fact))?.[fact];
}

/** The value that a fact has while nobody states it; it can follow from other answers. */
export function assumedValue<F extends FactId>(answers: Answers, fact: F): Facts[F] {
  const question = questionOf(fact);
  const others: Partial<Facts> = without(statedFacts(answers, question) ?? {}, fact);
  return resolve({ ...answers, [question]: others }).facts[fact];
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

function statedFacts(answers: Answers, question: QuestionId): Partial<Facts> | undefined {
  const answer = answers[question];
  return answer === 'not-sure' ? undefined : answer;
}

function withAnswers(state: UiState, answers: Answers): UiState {
  return { ...state, wizard: { ...state.wizard, answers } };
}

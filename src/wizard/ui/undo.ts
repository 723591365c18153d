import { questionFacts, questionIds } from '../model/answers.ts';
import { decisionIds, decisions } from '../model/decisions.ts';
import type { WizardState } from '../model/solution.ts';
import { question } from '../questions/questions.ts';
import type { UiState } from './state.ts';

/** More steps than anybody takes back; the oldest are let go. */
const MOST_STEPS = 200;

/** The answers and pins that were, and those that were taken back; the nearest last. */
export interface Steps {
  readonly back: readonly WizardState[];
  readonly forward: readonly WizardState[];
  /** The field that somebody is typing into: what is typed there in one go is one step. */
  readonly typing?: string;
}

export const noSteps: Steps = { back: [], forward: [] };

/** Notes a change of answers or pins; what was taken back before can no longer come again. */
export function noted(steps: Steps, before: UiState, after: UiState): Steps {
  const { back: earlier, forward } = steps;
  // Leaving a field ends what is typed there in one go.
  if (isSame(before.wizard, after.wizard)) return { back: earlier, forward };
  const typing = typedField(before, after);
  const isSameStep = typing !== undefined && typing === steps.typing;
  const back = isSameStep ? earlier : [...earlier, before.wizard].slice(-MOST_STEPS);
  return { back, forward: [], ...(typing !== undefined && { typing }) };
}

/** @returns the steps and the state after one step back; nothing where there is none */
export function steppedBack(
  { back, forward }: Steps,
  now: WizardState,
): { readonly steps: Steps; readonly wizard: WizardState } | undefined {
  const wizard = back.at(-1);
  return wizard && { steps: { back: back.slice(0, -1), forward: [...forward, now] }, wizard };
}

/** @returns the steps and the state after one step forward again; nothing where there is none */
export function steppedForward(
  { back, forward }: Steps,
  now: WizardState,
): { readonly steps: Steps; readonly wizard: WizardState } | undefined {
  const wizard = forward.at(-1);
  return wizard && { steps: { back: [...back, now], forward: forward.slice(0, -1) }, wizard };
}

/** What differs between two states: questions by their titles, then pinned decisions. */
export function changeInWords(before: WizardState, after: WizardState): string {
  const asked = questionIds
    .filter((id) => !isSame(before.answers[id], after.answers[id]))
    .map((id) => `“${question(id).title}”`);
  const pinned = decisionIds
    .filter((id) => before.pins[id] !== after.pins[id])
    .map((id) => `the pin of ${decisions[id].title.toLowerCase()}`);
  const [first = 'nothing', ...others] = [...asked, ...pinned];
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The field or cell whose typed text is another one now, if exactly one is. */
function typedField(before: UiState, after: UiState): string | undefined {
  const facts = questionIds.flatMap((id) => questionFacts[id]);
  const fields = facts.filter((id) => before.drafts[id]?.text !== after.drafts[id]?.text);
  const cells = Object.keys({ ...before.cellDrafts, ...after.cellDrafts }).filter(
    (key) => before.cellDrafts[key]?.text !== after.cellDrafts[key]?.text,
  );
  const typed = [...fields, ...cells];
  return typed.length === 1 ? typed[0] : undefined;
}

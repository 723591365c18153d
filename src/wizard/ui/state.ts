import type { AlternativeId, DecisionId } from '../model/decisions.ts';
import type { FactId, ListFactId } from '../model/facts.ts';
import type { WizardState } from '../model/solution.ts';
import type { Dropped } from '../model/restore.ts';
import { without } from '../../lib/without.ts';
import type { Place } from './address.ts';
import { droppedInWords } from './dropped-words.ts';
import type { HelperField, HelperTexts } from './peak-helper.ts';
import { emptyHelper } from './peak-helper.ts';

/** What somebody typed into a field; kept as typed, so nothing is ever lost. */
export interface Draft {
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
  /** For each list what tells its rows apart while they move and change their names. */
  readonly rowKeys: { readonly [F in ListFactId]?: readonly number[] };
  /** The drafts in the cells of lists. */
  readonly cellDrafts: Readonly<Record<string, Draft>>;
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
  rowKeys: {},
  cellDrafts: {},
  helper: emptyHelper,
};

/** Shows another place; what was said on the last one has been read. */
export function goTo(state: UiState, place: Place): UiState {
  return { ...settled(state), place };
}

/**
 * Takes over answers and pins from a link or a file.
 * @param dropped what was left out of it, because nobody knows it or it is out of range
 */
export function adopt(
  state: UiState,
  wizard: WizardState,
  what: Problem['what'],
  dropped: readonly Dropped[],
): UiState {
  const adopted = restoreWizard(settled(state), wizard);
  if (dropped.length === 0) return adopted;
  return report(adopted, { what, why: droppedInWords(dropped), isPartial: true });
}

/** Puts other answers and pins in place; what was typed for the present ones goes with them. */
export function restoreWizard(state: UiState, wizard: WizardState): UiState {
  return { ...state, wizard, drafts: {}, rowKeys: {}, cellDrafts: {} };
}

/** Says what the last action did. */
export function say(state: UiState, said: string): UiState {
  return { ...state, said };
}

/** Keeps all answers and says what was wrong with a link or a file. */
export function report(state: UiState, problem: Problem): UiState {
  return { ...state, problem };
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

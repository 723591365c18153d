import { facts } from '../model/facts.ts';
import type { FactId, Facts } from '../model/facts.ts';
import type { RankFact } from '../model/fact-kinds.ts';
import { answerFact, leaveNumber, statedValue, typeNumber } from './answering.ts';
import type { UiState } from './state.ts';
import { readNumber } from './number-text.ts';

/** Chooses one option of a fact that has exactly one. */
export function pickOption(state: UiState, fact: FactId, option: string): UiState {
  const kind = facts[fact];
  const found = kind.kind === 'choice' ? kind.options.find((known) => known === option) : undefined;
  return found === undefined ? state : answerFact(state, fact, found);
}

/** Adds an option to a set or takes it away. The first option of an open question starts an empty set. */
export function toggleOption(
  state: UiState,
  fact: FactId,
  option: string,
  isChosen: boolean,
): UiState {
  const kind = facts[fact];
  if (kind.kind !== 'set') return state;
  const before = optionsOf(statedValue(state.wizard.answers, fact));
  const after = kind.options.filter((known) =>
    known === option ? isChosen : before.includes(known),
  );
  return answerFact(state, fact, asValue(after));
}

/** Puts an option on a place of a ranking; who stood there changes places with it. */
export function rankOption(state: UiState, fact: FactId, place: number, option: string): UiState {
  const kind = facts[fact];
  if (kind.kind !== 'rank') return state;
  const before = filledUp(optionsOf(statedValue(state.wizard.answers, fact)), kind);
  const displaced = before[place] ?? option;
  const after = before.map((ranked, index) => {
    if (index === place) return option;
    return ranked === option ? displaced : ranked;
  });
  return answerFact(state, fact, asValue(after));
}

/** Takes what is typed into a number field; a number in range becomes the answer at once. */
export function editNumber(state: UiState, fact: FactId, text: string): UiState {
  const kind = facts[fact];
  if (kind.kind !== 'number') return state;
  const read = readNumber(text, kind);
  return typeNumber(state, fact, text, read.ok ? read.value : undefined);
}

/** The reader leaves a number field. */
export function settleNumber(state: UiState, fact: FactId): UiState {
  const kind = facts[fact];
  const draft = state.drafts[fact];
  if (kind.kind !== 'number' || draft === undefined) return state;
  return leaveNumber(state, fact, readNumber(draft.text, kind).ok);
}

/** A ranking with every place taken: the default's options, then any, fill up what is missing. */
function filledUp(ranked: readonly string[], { places, ...kind }: RankFact): readonly string[] {
  return [...new Set([...ranked, ...kind.default, ...kind.options])].slice(0, places);
}

function optionsOf(value: Facts[FactId] | undefined): readonly string[] {
  return typeof value === 'object' ? value.filter((entry) => typeof entry === 'string') : [];
}

/** The options come from the fact's own list, which the compiler cannot follow through a union. */
function asValue(options: readonly string[]): Facts[FactId] {
  return options as Facts[FactId];
}

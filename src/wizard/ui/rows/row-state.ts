import { resolve } from '../../model/answers.ts';
import type { ListFactId } from '../../model/facts.ts';
import type { AnyRow } from '../../model/list-kinds.ts';
import { assumedValue, statedValue } from '../answering.ts';
import type { Draft, UiState } from '../state.ts';

/** A cell on the page: rows keep their key when they move or change their name. */
export interface CellPlace {
  readonly fact: ListFactId;
  readonly key: number;
  readonly column: string;
}

/** The rows on the screen: what was stated, or else what is assumed. */
export function shownRows(state: UiState, fact: ListFactId): readonly AnyRow[] {
  const { answers } = state.wizard;
  return statedValue(answers, fact) ?? assumedValue(answers, fact);
}

/** One key a row. Where rows came from elsewhere, they are numbered anew. */
export function keysOf(state: UiState, fact: ListFactId): readonly number[] {
  const rows = shownRows(state, fact);
  const keys = state.rowKeys[fact];
  return keys?.length === rows.length ? keys : rows.map((_row, index) => index);
}

/** The names of the capabilities that rows may refer to. */
export function capabilityNames({ wizard }: UiState): readonly string[] {
  return resolve(wizard.answers).facts.capabilities.map(({ name }) => name);
}

/** What was typed into a cell and is not settled yet. */
export function cellDraft(state: UiState, place: CellPlace): Draft | undefined {
  return state.cellDrafts[nameOf(place)];
}

/** Keeps what was typed into a cell, or forgets it. */
export function withCellDraft(state: UiState, place: CellPlace, draft: Draft | undefined): UiState {
  const name = nameOf(place);
  const others = draftsWithout(state, (each) => each === name);
  return { ...state, cellDrafts: draft === undefined ? others : { ...others, [name]: draft } };
}

/** Forgets what was typed into a row that is taken away. */
export function withoutCellDrafts(state: UiState, fact: ListFactId, key: number): UiState {
  return {
    ...state,
    cellDrafts: draftsWithout(state, (name) => name.startsWith(`${fact}/${key}/`)),
  };
}

function draftsWithout(
  { cellDrafts }: UiState,
  isGone: (name: string) => boolean,
): UiState['cellDrafts'] {
  return Object.fromEntries(Object.entries(cellDrafts).filter(([name]) => !isGone(name)));
}

function nameOf({ fact, key, column }: CellPlace): string {
  return `${fact}/${key}/${column}`;
}

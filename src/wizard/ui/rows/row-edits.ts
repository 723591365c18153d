import { facts } from '../../model/facts.ts';
import type { Facts, ListFactId } from '../../model/facts.ts';
import type { AnyRow, Cell, ListFact } from '../../model/list-kinds.ts';
import { readName } from '../../model/names.ts';
import { emptyCell } from '../../model/restore-rows.ts';
import { answerFact } from '../answering.ts';
import { readNumber } from '../number-text.ts';
import type { UiState } from '../state.ts';
import { withRenamedCapability } from './references.ts';
import { cellDraft, keysOf, shownRows, withCellDraft, withoutCellDrafts } from './row-state.ts';
import type { CellPlace } from './row-state.ts';

/** Adds a row with a name of its own at the end, unless there are enough. */
export function addRow(state: UiState, fact: ListFactId): UiState {
  const rows = shownRows(state, fact);
  const keys = keysOf(state, fact);
  const kind: ListFact = facts[fact];
  if (rows.length >= kind.most) return state;
  const row = emptyRow(kind, freeName(kind, rows));
  return withRows(state, fact, [...rows, row], [...keys, Math.max(-1, ...keys) + 1]);
}

/** Takes a row away, and the references to it, unless the list needs it. */
export function removeRow(state: UiState, fact: ListFactId, key: number): UiState {
  const rows = shownRows(state, fact);
  const keys = keysOf(state, fact);
  const index = keys.indexOf(key);
  const removed = rows[index];
  if (removed === undefined || rows.length <= facts[fact].least) return state;
  const after = withRows(
    withoutCellDrafts(state, fact, key),
    fact,
    rows.filter((row) => row !== removed),
    keys.filter((each) => each !== key),
  );
  return fact === 'capabilities' ? renamed(after, removed.name, undefined) : after;
}

/** Lets a row change places with the one before or after it. */
export function moveRow(state: UiState, fact: ListFactId, key: number, by: -1 | 1): UiState {
  const keys = keysOf(state, fact);
  const from = keys.indexOf(key);
  const to = from + by;
  if (from < 0 || to < 0 || to >= keys.length) return state;
  return withRows(state, fact, swapped(shownRows(state, fact), from, to), swapped(keys, from, to));
}

/** Answers one cell. */
export function setCell(state: UiState, { fact, key, column }: CellPlace, cell: Cell): UiState {
  const keys = keysOf(state, fact);
  const index = keys.indexOf(key);
  const rows = shownRows(state, fact);
  const before = rows[index];
  if (before === undefined) return state;
  const changed = rows.map((row, place) => (place === index ? { ...row, [column]: cell } : row));
  const after = withRows(state, fact, changed, keys);
  return fact === 'capabilities' && column === 'name'
    ? renamed(after, before.name, String(cell))
    : after;
}

/** Names one more capability, or no longer; the order is that in which they were named. */
export function toggleReference(
  state: UiState,
  place: CellPlace,
  name: string,
  isNamed: boolean,
): UiState {
  const others = referencesIn(state, place).filter((each) => each !== name);
  return setCell(state, place, isNamed ? [...others, name] : others);
}

/** Lets a named capability change places with the one before it. */
export function moveReferenceUp(state: UiState, place: CellPlace, name: string): UiState {
  const names = referencesIn(state, place);
  const index = names.indexOf(name);
  return index < 1 ? state : setCell(state, place, swapped(names, index - 1, index));
}

/** Takes what is typed into a cell; what can be read becomes the answer at once. */
export function typeCell(state: UiState, place: CellPlace, text: string): UiState {
  const read = readCell(state, place, text);
  // The rows are stated even where the text cannot be read: it was typed into these very rows.
  const answered = read.ok
    ? setCell(state, place, read.value)
    : withRows(state, place.fact, shownRows(state, place.fact), keysOf(state, place.fact));
  return withCellDraft(answered, place, { text, left: cellDraft(state, place)?.left ?? false });
}

/** The reader leaves a cell: a good draft has become the answer, a bad one is shown as such. */
export function leaveCell(state: UiState, place: CellPlace): UiState {
  const draft = cellDraft(state, place);
  if (draft === undefined) return state;
  const isGood = readCell(state, place, draft.text).ok;
  return withCellDraft(state, place, isGood ? undefined : { ...draft, left: true });
}

/** Reads a name or a number as it was typed into a cell. */
export function readCell(
  state: UiState,
  { fact, key, column }: CellPlace,
  text: string,
): ReturnType<typeof readName> | ReturnType<typeof readNumber> {
  const kind = (facts[fact] as ListFact).columns[column];
  if (kind?.kind === 'number' || kind?.kind === 'ordinal') return readNumber(text, kind);
  const index = keysOf(state, fact).indexOf(key);
  const others = shownRows(state, fact).filter((_row, place) => place !== index);
  return readName(
    text,
    others.map(({ name }) => name),
  );
}

function referencesIn(state: UiState, { fact, key, column }: CellPlace): readonly string[] {
  const cell = shownRows(state, fact)[keysOf(state, fact).indexOf(key)]?.[column];
  return typeof cell === 'object' ? cell : [];
}

function renamed(state: UiState, before: string, name: string | undefined): UiState {
  const answers = withRenamedCapability(state.wizard.answers, before, name);
  return { ...state, wizard: { ...state.wizard, answers } };
}

function emptyRow({ columns }: ListFact, name: string): AnyRow {
  const cells = Object.entries(columns).map(([column, kind]) => [
    column,
    kind.kind === 'name' ? name : emptyCell(kind),
  ]);
  return { ...Object.fromEntries(cells), name };
}

/** As in "capability 3": a name that nobody has, so that a row counts before it is named. */
function freeName({ unit: [singular] }: ListFact, rows: readonly AnyRow[]): string {
  const taken = rows.map(({ name }) => name);
  const numbers = Array.from({ length: rows.length + 1 }, (_row, index) => rows.length + 1 + index);
  const free = numbers.find((number) => readName(`${singular} ${number}`, taken).ok);
  return `${singular} ${free ?? rows.length + 1}`;
}

function swapped<Entry>(entries: readonly Entry[], from: number, to: number): readonly Entry[] {
  return entries.map((entry, index) => {
    if (index === from) return entries[to] ?? entry;
    return index === to ? (entries[from] ?? entry) : entry;
  });
}

/** The columns come from the fact's own list, which the compiler cannot follow through a union. */
function withRows(
  state: UiState,
  fact: ListFactId,
  rows: readonly AnyRow[],
  keys: readonly number[],
): UiState {
  const answered = answerFact(state, fact, rows as unknown as Facts[ListFactId]);
  return { ...answered, rowKeys: { ...state.rowKeys, [fact]: keys } };
}

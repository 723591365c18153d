import { facts } from '../../model/facts.ts';
import type { ListFactId } from '../../model/facts.ts';
import type { AnyRow, ListColumn, ListFact } from '../../model/list-kinds.ts';
import type { ColumnText, ListField } from '../../questions/question.ts';
import type { UiState } from '../state.ts';
import { readCell } from './row-edits.ts';
import { capabilityNames, cellDraft, keysOf, shownRows } from './row-state.ts';
import type { CellPlace } from './row-state.ts';
import { rowInWords } from './row-words.ts';

interface CellBase {
  readonly place: CellPlace;
  /** The id of the element that takes the focus. */
  readonly id: string;
  readonly label: string;
  readonly hint: string;
}

/** A capability that may be named; one that does not exist any more stays until it is taken away. */
export interface ReferenceOption {
  readonly name: string;
  readonly isNamed: boolean;
  readonly exists: boolean;
}

export interface TextCell extends CellBase {
  readonly kind: 'text';
  readonly text: string;
  readonly isNumber: boolean;
  readonly unit: string;
  /** What is wrong with the text, once the reader has left the field. */
  readonly error: string;
}

export type CellModel =
  | TextCell
  | (CellBase & { readonly kind: 'flag'; readonly isSet: boolean })
  | (CellBase & {
      readonly kind: 'choice';
      readonly chosen: string;
      readonly options: readonly { readonly id: string; readonly label: string }[];
    })
  | (CellBase & {
      readonly kind: 'references';
      /** The named ones first to last where the order counts; else all as they stand in the list. */
      readonly options: readonly ReferenceOption[];
      readonly isOrdered: boolean;
      readonly named: readonly string[];
    });

export interface RowModel {
  readonly key: number;
  readonly name: TextCell;
  /** As in "orders", for the labels of buttons. */
  readonly title: string;
  /** Its other cells in a few words. */
  readonly summary: string;
  readonly cells: readonly CellModel[];
  /** What keeps the row from counting; empty when it counts. */
  readonly missing: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

export interface ListModel {
  readonly fact: ListFactId;
  readonly label: string;
  readonly hint: string;
  /** As in "capability". */
  readonly singular: string;
  readonly rows: readonly RowModel[];
  /** Nobody stated the rows: they follow from what is built. */
  readonly isAssumed: boolean;
  readonly canAdd: boolean;
  readonly canRemove: boolean;
  /** How many there may be, as in "12 at most". */
  readonly limits: string;
}

/** The rows of a list as the view shows them. */
export function listModel(field: ListField, state: UiState, isAssumed: boolean): ListModel {
  const { fact } = field;
  const kind: ListFact = facts[fact];
  const rows = shownRows(state, fact);
  const keys = keysOf(state, fact);
  const names = capabilityNames(state);
  const models = rows.map((row, index) => {
    const key = keys[index] ?? index;
    const cells = field.columns.map((text) =>
      cellModel(text, row, { fact, key, column: text.column }, names, state),
    );
    const [name, ...others] = cells;
    if (name?.kind !== 'text') throw new Error(`The list "${fact}" does not begin with a name.`);
    return {
      key,
      name,
      title: row.name,
      summary: rowInWords(kind, row),
      cells: others,
      missing: missingIn(kind, row, names),
      isFirst: index === 0,
      isLast: index === rows.length - 1,
    };
  });
  return {
    fact,
    label: field.label,
    hint: field.hint ?? '',
    singular: kind.unit[0],
    rows: models,
    isAssumed,
    canAdd: rows.length < kind.most,
    canRemove: rows.length > kind.least,
    limits: `${kind.most} ${kind.unit[1]} are the most`,
  };
}

function cellModel(
  text: ColumnText,
  row: AnyRow,
  place: CellPlace,
  names: readonly string[],
  state: UiState,
): CellModel {
  const kind: ListColumn | undefined = (facts[place.fact] as ListFact).columns[text.column];
  if (kind === undefined) throw new Error(`No column "${text.column}" in "${place.fact}".`);
  const base = { place, id: cellId(place), label: text.label, hint: text.hint ?? '' };
  const cell = row[text.column];
  switch (kind.kind) {
    case 'flag':
      return { ...base, kind: 'flag', isSet: cell === true };
    case 'choice':
      return { ...base, kind: 'choice', chosen: String(cell), options: text.options ?? [] };
    case 'reference': {
      const named = String(cell);
      const known = names.map((name) => ({ id: name, label: name }));
      const gone = { id: named, label: named === '' ? 'not said yet' : `${named}, which is gone` };
      return {
        ...base,
        kind: 'choice',
        chosen: named,
        options: names.includes(named) ? known : [gone, ...known],
      };
    }
    case 'references': {
      const named = typeof cell === 'object' ? cell : [];
      const gone = named.filter((name) => !names.includes(name));
      const options = [...names, ...gone].map((name) => ({
        name,
        isNamed: named.includes(name),
        exists: names.includes(name),
      }));
      return { ...base, kind: 'references', options, named, isOrdered: kind.ordered };
    }
    default: {
      const draft = cellDraft(state, place);
      const read = readCell(state, place, draft?.text ?? String(cell));
      return {
        ...base,
        kind: 'text',
        text: draft?.text ?? String(cell),
        isNumber: kind.kind !== 'name',
        unit: text.unit ?? '',
        error: draft?.left && !read.ok ? read.problem : '',
      };
    }
  }
}

/** The id of the element that holds a cell. */
export function cellId({ fact, key, column }: CellPlace): string {
  return `cell-${fact}-${key}-${column}`;
}

function missingIn({ columns }: ListFact, row: AnyRow, names: readonly string[]): string {
  const missing = Object.entries(columns).find(([column, kind]) => {
    const cell = row[column];
    if (kind.kind === 'reference') return !names.includes(String(cell));
    if (kind.kind !== 'references' || kind.none === 'all' || typeof cell !== 'object') return false;
    return !cell.some((name) => names.includes(name));
  });
  return missing === undefined ? '' : 'It counts once it names a capability that exists.';
}
